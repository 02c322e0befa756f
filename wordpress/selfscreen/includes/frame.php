<?php
/**
 * Which document the frame may be given: one of this site. WordPress lets not every author put other sites' frames into
 * a post, and neither does the plugin.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/**
 * Tells whether a browser would find an address on this site.
 */
function is_of_this_site( $address ) {
	// Browsers read a backslash as a slash, and read over spaces and what cannot be seen.
	if ( preg_match( '/[\\\\\x00-\x20]/', $address ) ) {
		return false;
	}
	$parts = wp_parse_url( $address );
	if ( ! is_array( $parts ) || ! isset( $parts['host'] ) ) {
		return is_array( $parts ) && ! isset( $parts['scheme'] ) && 0 === strpos( $address, '/' );
	}
	return where( $parts ) === where( wp_parse_url( home_url() ) );
}

function where( $parts ) {
	return array( strtolower( $parts['scheme'] ?? '' ), strtolower( $parts['host'] ), $parts['port'] ?? null );
}

/**
 * Takes the frame out of enclosed JSON, where the element would read it too, and what a browser could take for it.
 */
function without_frame( $json ) {
	foreach ( array( $json, $json->theme ?? null ) as $map ) {
		if ( is_object( $map ) ) {
			unset( $map->frame_src, $map->{'__proto__'} );
		}
	}
	return $json;
}
