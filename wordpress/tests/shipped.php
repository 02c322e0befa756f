<?php
/**
 * The plugin as a release ships it: `php wordpress/tests/shipped.php dist/wordpress/selfscreen`.
 */

require __DIR__ . '/count.php';
require __DIR__ . '/stubs.php';

$folder = realpath( $argv[1] ?? '' );
if ( ! $folder ) {
	exit( "usage: shipped.php FOLDER, which cargo xtask build has made\n" );
}
require "$folder/selfscreen.php";
do_action( 'init' );

$release = Selfscreen\release();
foreach ( Selfscreen\scripts() as $handle => $script ) {
	same( "$handle has its version in its name", "$handle-{$release['version']}.js", $script['name'] );
	$hash = 'sha384-' . base64_encode( hash_file( 'sha384', "$folder/{$script['name']}", true ) );
	same( "$handle has the integrity of its file", $hash, $script['integrity'] );
}

$version = preg_quote( $release['version'], '/' );
same( 'WordPress reads the same version', 1, preg_match( "/^ \* Version: +$version$/m", file_get_contents( "$folder/selfscreen.php" ) ) );
same( 'and its directory too', 1, preg_match( "/^Stable tag: $version$/m", file_get_contents( "$folder/readme.txt" ) ) );
foreach ( array_merge( glob( "$folder/*" ), glob( "$folder/includes/*" ) ) as $file ) {
	if ( is_file( $file ) ) {
		same( basename( $file ) . ' leaves nothing to fill in', false, strpos( file_get_contents( $file ), '{{' . 'version' ) );
	}
}

foreach ( array( 'LICENSE', 'THIRD-PARTY.md', 'sbom.cdx.json' ) as $name ) {
	same( "$name goes with the scripts", true, is_file( "$folder/$name" ) );
}
same( 'the notices are those of its own scripts', false, strpos( file_get_contents( "$folder/THIRD-PARTY.md" ), 'builder.js' ) );

same( 'the choices of the screen', array( 'lang', 'region', 'routes', 'scales-off' ), sorted( array_keys( $release['choices'] ) ) );
same( 'the languages have words', sorted( array_keys( $release['choices']['lang'] ) ), sorted( array_keys( $release['texts'] ) ) );
foreach ( $release['choices'] as $name => $choices ) {
	same( "each choice of $name says what it is", array(), array_filter( $choices, 'is_without_words' ) );
	same( "$name takes what is chosen by itself", false, isset( Selfscreen\attributes()[ $name ]['choices'] ) );
}

// In every language and region: a crisis line with a number to call, or where to find one.
foreach ( array_keys( $release['texts'] ) as $language ) {
	foreach ( array_keys( $release['choices']['region'] ) as $region ) {
		$markup = Site::$shortcodes['selfscreen']( array( 'region' => $region, 'lang' => $language ) );
		$lines  = $release['texts'][ $language ]['crisis'];
		$links  = substr_count( $lines[ $region ], '|' );
		same( "$region in $language: each number is a link", $links, preg_match_all( '/<a href="(tel|sms):\*?\d+"><bdi>[^<]+<\/bdi><\/a>/', $markup ) );
		same( "$region in $language: nothing is left of the braces", 0, preg_match( '/[{}|]/', $markup ) );
		same( "$region in $language: a number, or where to find one", true, $links > 0 || $lines[ $region ] === $lines['other'] );
	}
}
end_of_tests();

function sorted( $list ) {
	sort( $list );
	return $list;
}

function is_without_words( $text ) {
	return ! is_string( $text ) || '' === $text;
}
