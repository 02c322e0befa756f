<?php
/**
 * What visitors read until the questionnaire is there, and for good where it cannot be.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/**
 * Writes how to reach the clinic, and the crisis line of its region.
 */
function fallback( $attributes, $json ) {
	$language = language( $attributes, $json );
	$words    = release()['texts'][ $language ];
	$region   = setting( $attributes, $json, 'region' );
	$crisis   = $words['crisis'][ $region ] ?? $words['crisis']['other'];
	$reach    = array_filter( array( booking( $attributes, $json, $words ), phone( $attributes, $json ) ) );
	$open     = '<p lang="' . esc_attr( $language ) . '" dir="' . esc_attr( $words['direction'] ) . '">';
	$markup   = $reach ? $open . implode( ' ', $reach ) . '</p>' : '';
	return $markup . $open . links( $crisis ) . '</p>';
}

/**
 * Gives the language of the element, as its script does: English where it names none that there is.
 */
function language( $attributes, $json ) {
	$asked = strtolower( explode( '-', setting( $attributes, $json, 'lang' ) )[0] );
	return isset( release()['texts'][ $asked ] ) ? $asked : 'en';
}

/**
 * Gives one setting: the attribute goes first, then the JSON child, where some have another name.
 */
function setting( $attributes, $json, $name ) {
	$other = array(
		'clinic-name' => 'name',
		'lang'        => 'locale',
	);
	$key   = $other[ $name ] ?? str_replace( '-', '_', $name );
	$value = $attributes[ $name ] ?? ( is_object( $json ) ? $json->$key ?? '' : '' );
	return is_string( $value ) ? trim( $value ) : '';
}

function booking( $attributes, $json, $words ) {
	$address = setting( $attributes, $json, 'booking-url' );
	$address = leads( $address ) ? esc_url( $address, array( 'https' ) ) : '';
	return $address ? '<a href="' . $address . '" rel="noopener noreferrer">' . esc_html( $words['book'] ) . '</a>' : '';
}

function phone( $attributes, $json ) {
	$phone = setting( $attributes, $json, 'phone' );
	// What has letters in it is no number.
	if ( ! preg_match( '/^[^a-z]*\d[^a-z]*$/i', $phone ) ) {
		return '';
	}
	return call( $phone, 'tel:' . preg_replace( '/[^\d+]/', '', $phone ) );
}

/**
 * Writes a text of the build with its numbers as links: `{988|tel:988}`.
 */
function links( $text ) {
	$markup = '';
	foreach ( preg_split( '/[{}]/', $text ) as $place => $part ) {
		list( $shown, $address ) = explode( '|', $part ) + array( 1 => '' );
		$markup                 .= 0 === $place % 2 ? esc_html( $part ) : call( $shown, $address );
	}
	return $markup;
}

/**
 * Writes a link to a number. Its digits keep their order in words that run from right to left.
 */
function call( $shown, $address ) {
	return '<a href="' . esc_url( $address, array( 'tel', 'sms' ) ) . '"><bdi>' . esc_html( $shown ) . '</bdi></a>';
}
