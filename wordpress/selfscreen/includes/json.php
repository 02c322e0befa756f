<?php
/**
 * The JSON that a shortcode encloses, for what attributes cannot say.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/** How deep it may go: as PHP counts, no deeper than for every other reader of it. */
const DEEPEST = 128;

/**
 * Reads what stands between the shortcode's tags: an object, null for nothing, false for anything else.
 *
 * If a key stands there twice, it is the text itself: PHP would drop the first one in silence, and what is strict with it.
 */
function read_enclosed( $content ) {
	// WordPress has made paragraphs of it, and an editor may have written its characters as entities.
	$text = trim( preg_replace( '#</?p>|<br ?/?>#', '', (string) $content ) );
	if ( '' === $text ) {
		return null;
	}
	foreach ( array( html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' ), $text ) as $attempt ) {
		$json = json_decode( $attempt, false, DEEPEST );
		if ( is_object( $json ) ) {
			return repeats( $attempt ) ? $attempt : without_frame( $json );
		}
	}
	return false;
}

/**
 * Tells whether a key stands in its object again; the text is sound JSON.
 */
function repeats( $text ) {
	// A key, another text, or the beginning or end of an object or a list.
	preg_match_all( '/("(?:\\\\.|[^"\\\\])*+")\s*:|"(?:\\\\.|[^"\\\\])*+"|[{}[\]]/', $text, $parts, PREG_SET_ORDER );
	$open = array();
	foreach ( $parts as $part ) {
		if ( isset( $part[1] ) ) {
			// As a name that PHP does not take for a number.
			$key = ' ' . json_decode( $part[1] );
			$map = count( $open ) - 1;
			if ( isset( $open[ $map ][ $key ] ) ) {
				return true;
			}
			$open[ $map ][ $key ] = true;
		} elseif ( '{' === $part[0] || '[' === $part[0] ) {
			$open[] = array();
		} elseif ( '"' !== $part[0][0] ) {
			array_pop( $open );
		}
	}
	return false;
}

/**
 * Writes the text of the JSON child. Without a "<", nothing in it can end the script.
 */
function written( $json ) {
	if ( is_string( $json ) ) {
		return str_replace( '<', '\u003C', $json );
	}
	// What is no object is handed on as none, for the console to say so.
	return wp_json_encode( $json ? $json : null, JSON_HEX_TAG );
}

/**
 * Tells whether the release's second script is needed: it checks rules and screens of a clinic's own.
 */
function needs_screens( $json ) {
	$json = is_string( $json ) ? json_decode( $json ) : $json;
	return is_object( $json ) && array_intersect( array( 'screen', 'words', 'factors' ), array_keys( (array) $json ) );
}

/**
 * Says to those who can edit that something enclosed was not taken: a stricter rule must not get lost in silence.
 */
function not_taken( $json ) {
	if ( ( false !== $json && ! is_string( $json ) ) || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$what = false === $json ? 'is no JSON object, and is ignored' : 'has a key twice; no personal result is shown';
	$text = "Selfscreen: what stands between [selfscreen] and [/selfscreen] $what. Visitors do not see this line.";
	return '<p><strong>' . esc_html( $text ) . '</strong></p>';
}
