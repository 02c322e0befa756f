<?php
/**
 * The JSON that a shortcode encloses, for what attributes cannot say.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/**
 * Reads what stands between the shortcode's tags: an object, null for nothing, false for anything else.
 */
function read_enclosed( $content ) {
	// WordPress has made paragraphs of it, and an editor may have written its characters as entities.
	$text = trim( preg_replace( '#</?p>|<br ?/?>#', '', (string) $content ) );
	if ( '' === $text ) {
		return null;
	}
	foreach ( array( html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' ), $text ) as $attempt ) {
		$json = json_decode( $attempt );
		if ( is_object( $json ) ) {
			return without_frame( $json );
		}
	}
	return false;
}

/**
 * Tells whether the release's second script is needed: it checks rules and screens of a clinic's own.
 */
function needs_screens( $json ) {
	return is_object( $json ) && array_intersect( array( 'screen', 'words', 'factors' ), array_keys( (array) $json ) );
}

/**
 * Says to those who can edit that something enclosed was not taken: a stricter rule must not get lost in silence.
 */
function not_taken() {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$text = 'Selfscreen: what stands between [selfscreen] and [/selfscreen] is no JSON object, and is ignored. Visitors do not see this line.';
	return '<p><strong>' . esc_html( $text ) . '</strong></p>';
}
