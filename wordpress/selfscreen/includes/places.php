<?php
/**
 * Where the questionnaire can be put: a block and a shortcode.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

const BLOCK     = 'selfscreen/questionnaire';
const SHORTCODE = 'selfscreen';
const EDITOR    = 'selfscreen-block';

add_action( 'init', __NAMESPACE__ . '\\register_block' );
add_shortcode( SHORTCODE, __NAMESPACE__ . '\\show_shortcode' );
add_filter( 'no_texturize_shortcodes', __NAMESPACE__ . '\\keep_quotes' );
// Before blocks are shown, which is before paragraphs are made.
add_filter( 'the_content', __NAMESPACE__ . '\\on_one_line', 8 );
add_filter( 'widget_text_content', __NAMESPACE__ . '\\on_one_line', 8 );

function register_block() {
	$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' );
	wp_register_script( EDITOR, plugins_url( 'block.js', PLUGIN ), $needs, release()['version'], true );
	$list            = read( 'attributes.json' );
	$list['choices'] = release()['choices'];
	wp_add_inline_script( EDITOR, 'window.selfscreenBlock = ' . wp_json_encode( $list, JSON_HEX_TAG ) . ';', 'before' );
	register_block_type(
		dirname( PLUGIN ),
		array(
			// As texts, so that the block and the shortcode say the same in the same way.
			'attributes'      => array_fill_keys( array_keys( attributes() ), array( 'type' => 'string' ) ),
			'render_callback' => __NAMESPACE__ . '\\show_block',
		)
	);
}

function show_block( $attributes ) {
	enqueue();
	return element( $attributes );
}

function show_shortcode( $attributes, $content = '' ) {
	$json = read_enclosed( $content );
	enqueue( $json );
	return not_taken( $json ) . element( with_bare_flags( (array) $attributes ), $json );
}

/**
 * Reads a bare word as a yes, as everywhere in HTML: WordPress gives it without a name.
 */
function with_bare_flags( $attributes ) {
	foreach ( $attributes as $place => $word ) {
		if ( is_int( $place ) && 'flag' === ( attributes()[ $word ]['kind'] ?? '' ) ) {
			$attributes += array( $word => 'true' );
		}
	}
	return $attributes;
}

/**
 * Puts a shortcode that is written over several lines on one: WordPress would make line breaks of their ends, and then
 * lose the attributes that stand there.
 */
function on_one_line( $content ) {
	$join = function ( $tag ) {
		return preg_replace( '/\s+/', ' ', $tag[0] );
	};
	return preg_replace_callback( '/\[' . SHORTCODE . '\s[^\]]*\]/', $join, $content );
}

/**
 * Keeps WordPress from making the quotes of enclosed JSON curly.
 */
function keep_quotes( $shortcodes ) {
	$shortcodes[] = SHORTCODE;
	return $shortcodes;
}
