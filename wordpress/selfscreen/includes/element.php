<?php
/**
 * The element as markup.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/**
 * Writes the element with its attributes, its JSON child and its fallback.
 *
 * Values are escaped and otherwise left alone: the questionnaire checks them, and names in the console what is not
 * valid and what would be.
 *
 * @param array                    $given Attributes by name, from a block or a shortcode.
 * @param object|string|null|false $json  What stands in the JSON child; null for none, false for what is no object.
 */
function element( $given, $json = null ) {
	$attributes = known( $given );
	$markup     = '<self-screen';
	foreach ( $attributes as $name => $value ) {
		$markup .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	$markup .= '>';
	if ( null !== $json ) {
		$markup .= '<script type="application/json">' . written( $json ) . '</script>';
	}
	return $markup . fallback( $attributes, $json ) . '</self-screen>';
}

/**
 * Keeps the attributes that there are and that say something, in the order of the list.
 */
function known( $given ) {
	$known = array();
	foreach ( array_keys( attributes() ) as $name ) {
		$value = $given[ $name ] ?? '';
		$value = is_scalar( $value ) ? trim( (string) $value ) : '';
		if ( '' !== $value && ( 'frame-src' !== $name || is_of_this_site( $value ) ) ) {
			$known[ $name ] = $value;
		}
	}
	return $known;
}
