<?php
/**
 * The release's scripts: from this site, under a name with the version, only where the questionnaire is.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

const SCRIPT  = 'selfscreen';
const SCREENS = 'selfscreen-screens';

add_action( 'init', __NAMESPACE__ . '\\register_files' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\enqueue_early' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\complete_tag', 100, 2 );

/**
 * Names the scripts by their handles, as the release knows them.
 */
function scripts() {
	return array(
		SCRIPT  => release()['script'],
		SCREENS => release()['screens'],
	);
}

function register_files() {
	foreach ( scripts() as $handle => $script ) {
		// No version is added to an address that has it in its name.
		wp_register_script( $handle, plugins_url( $script['name'], PLUGIN ), array(), null, array( 'strategy' => 'async' ) ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
	wp_register_style( SCRIPT, plugins_url( 'selfscreen.css', PLUGIN ), array(), release()['version'] );
}

/**
 * Loads what a questionnaire needs; more than once does no harm.
 */
function enqueue( $json = null ) {
	wp_enqueue_style( SCRIPT );
	wp_enqueue_script( SCRIPT );
	if ( needs_screens( $json ) ) {
		wp_enqueue_script( SCREENS );
	}
}

/**
 * Loads it from the page's head where the post itself has one, so that its place is kept free from the start.
 * Widgets, templates and page builders come later, when they are shown.
 */
function enqueue_early() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_block( BLOCK, $post ) || has_shortcode( $post->post_content, SHORTCODE ) ) ) {
		enqueue();
	}
}

/**
 * Gives the release's tags their integrity, and what optimisers read on a tag.
 */
function complete_tag( $tag, $handle ) {
	$script = scripts()[ $handle ] ?? null;
	if ( ! $script ) {
		return $tag;
	}
	$words = ' ' . TAG_EXCLUSIONS . ' integrity="' . esc_attr( $script['integrity'] ) . '" crossorigin="anonymous"';
	if ( ! preg_match( '/\sasync[\s=>]/', $tag ) ) {
		$words = ' async' . $words;
	}
	// In front of the address, where Cloudflare looks for its own.
	return preg_replace( '/<script(?=\s[^>]*\bsrc=)/', '<script' . $words, $tag, 1 );
}
