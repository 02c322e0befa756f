<?php
/**
 * The shortcodes that docs/wordpress.md shows, given to the plugin as WordPress reads them.
 */

/** What stands between the fences of a document, where it is a shortcode. */
function documented_shortcodes( $file ) {
	$text = file_get_contents( $file );
	preg_match_all( '/^```\n(\[selfscreen .*?)^```$/ms', $text, $found );
	return $found[1];
}

/** A shortcode's attributes and what it encloses; the attributes have names and double quotes, as in the document. */
function read_shortcode( $text ) {
	$whole = '/^\[selfscreen((?:\s+[a-z0-9-]+="[^"]*")*)\](?:(.*)\[\/selfscreen\])?\s*$/s';
	if ( ! preg_match( $whole, $text, $parts ) ) {
		return array( null, '' );
	}
	preg_match_all( '/([a-z0-9-]+)="([^"]*)"/', $parts[1], $found );
	return array( array_combine( $found[1], $found[2] ), isset( $parts[2] ) ? $parts[2] : '' );
}

$shown = documented_shortcodes( dirname( __DIR__, 3 ) . '/docs/wordpress.md' );
same( 'the document shows shortcodes', true, count( $shown ) >= 3 );
foreach ( $shown as $text ) {
	list( $attributes, $content ) = read_shortcode( $text );
	same( "this is a shortcode: $text", true, null !== $attributes );
	$html = $shortcode( $attributes, $content );
	foreach ( (array) $attributes as $name => $value ) {
		// The example's address of a frame is another site's here, and is not taken.
		$written = 'frame-src' !== $name;
		same( "$name of a documented shortcode is written", $written, false !== strpos( $html, " $name=\"$value\"" ) );
	}
	$json = json_decode( $content );
	same( 'enclosed JSON is written', null !== $json, false !== strpos( $html, json_encode( $json ) ) && false !== strpos( $html, 'application/json' ) );
	same( 'nothing is wrong with it', 0, substr_count( $html, '<strong>' ) );
}
