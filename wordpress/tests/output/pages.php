<?php
/**
 * What is loaded, and where.
 */

/** Gives what is loaded by something that is done. */
function loaded_by( $what ) {
	Site::$loaded = array();
	$what();
	return implode( ' ', Site::$loaded );
}

$early = function ( $text ) {
	return function () use ( $text ) {
		Site::$post = null === $text ? null : (object) array( 'post_content' => $text );
		do_action( 'wp_enqueue_scripts' );
		Site::$post = null;
	};
};
$both  = 'selfscreen.css selfscreen';
$rows  = array(
	'a list of posts'            => array( $early( null ), '' ),
	'a post without one'         => array( $early( '<p>Our team</p>' ), '' ),
	'a post with the block'      => array( $early( '<!-- wp:selfscreen/questionnaire {"region":"us"} /-->' ), $both ),
	'a post with the shortcode'  => array( $early( '[selfscreen region="us"]' ), $both ),
	'the block, wherever it is'  => array(
		function () {
			Site::$blocks['selfscreen/questionnaire']['render_callback']( array() );
		},
		$both,
	),
	'the shortcode, likewise'    => array(
		function () use ( $shortcode ) {
			$shortcode( '', '{"stricter": {}}' );
		},
		$both,
	),
	'rules of the clinic\'s own' => array(
		function () use ( $shortcode ) {
			$shortcode( '', '{"factors": []}' );
		},
		"$both selfscreen-screens",
	),
);
foreach ( $rows as $name => list( $what, $expected ) ) {
	same( $name, $expected, loaded_by( $what ) );
}

foreach ( array( 'selfscreen', 'selfscreen-screens' ) as $handle ) {
	$expected = array(
		'address' => "https://clinic.example/wp-content/plugins/selfscreen/$handle-1.2.3.js",
		'needs'   => array(),
		'version' => null,
		'more'    => array( 'strategy' => 'async' ),
	);
	same( "$handle comes from this site", $expected, Site::$scripts[ $handle ] );
}

$marks = 'data-cfasync="false" data-no-optimize="1" data-no-defer="1" data-no-minify="1" data-pagespeed-no-defer data-jetpack-boost="ignore" nowprocket nitro-exclude';
$one   = $marks . ' integrity="sha384-one" crossorigin="anonymous"';
$two   = $marks . ' integrity="sha384-two" crossorigin="anonymous"';
// phpcs:disable -- A row a line.
$rows = array(
	'WordPress\' tag'        => array( 'selfscreen', "<script src='/a.js' id='selfscreen-js' async data-wp-strategy='async'></script>\n", "<script $one src='/a.js' id='selfscreen-js' async data-wp-strategy='async'></script>\n" ),
	'an older one'           => array( 'selfscreen', '<script type="text/javascript" src="/a.js"></script>', '<script async ' . $one . ' type="text/javascript" src="/a.js"></script>' ),
	'the second script'      => array( 'selfscreen-screens', '<script async src="/b.js"></script>', '<script ' . $two . ' async src="/b.js"></script>' ),
	'one with a text before' => array( 'selfscreen', '<script id="x">1</script><script async src="/a.js"></script>', '<script id="x">1</script><script ' . $one . ' async src="/a.js"></script>' ),
	'another plugin\'s'      => array( 'jquery-core', '<script src="/j.js"></script>', '<script src="/j.js"></script>' ),
);
// phpcs:enable
foreach ( $rows as $name => list( $handle, $tag, $expected ) ) {
	same( $name, $expected, apply_filters( 'script_loader_tag', $tag, $handle ) );
}

same( 'quotes of enclosed JSON stay straight', array( 'code', 'selfscreen' ), apply_filters( 'no_texturize_shortcodes', array( 'code' ) ) );

// phpcs:disable -- A row a line.
$rows = array(
	'several lines are one'   => array( "a\n[selfscreen region=\"us\"\n  routes=\"kap\"\n]\nb", "a\n[selfscreen region=\"us\" routes=\"kap\" ]\nb" ),
	'what is enclosed stays'  => array( "[selfscreen\nregion=\"us\"]{\n}[/selfscreen]", "[selfscreen region=\"us\"]{\n}[/selfscreen]" ),
	'other shortcodes do too' => array( "[selfscreens\na][gallery\nb]", "[selfscreens\na][gallery\nb]" ),
);
// phpcs:enable
foreach ( $rows as $name => list( $content, $expected ) ) {
	same( $name, $expected, apply_filters( 'the_content', $content ) );
}
