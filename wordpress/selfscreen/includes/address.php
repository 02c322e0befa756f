<?php
/**
 * Addresses that every browser can follow, as the questionnaire itself reads them: stricter than a browser, never milder.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/** Letters beyond ASCII that a host may be written with. */
const LETTERS = '\x{c0}-\x{17f}\x{3ac}-\x{3ce}\x{400}-\x{45f}\x{3041}-\x{3096}\x{30a1}-\x{30fe}\x{4e00}-\x{9fa5}\x{ac00}-\x{d7a3}';
/** Those of them that a browser reads as another one: capitals above all. */
const CAPITALS = '\x{c0}-\x{de}\x{132}\x{133}\x{13f}\x{140}\x{149}\x{178}\x{17f}\x{400}-\x{42f}';

/**
 * Tells whether an address is a full https:// one that leads somewhere.
 */
function leads( $address ) {
	$whole = '~^https://([^/?#:]+)(?::([0-9]{1,5}))?(?:[/?#][^\s\p{Z}\x{0}-\x{1f}\x{7f}-\x{9f}"<>\\\\^`{|}]*)?$~uD';
	if ( ! preg_match( $whole, $address, $parts ) || preg_match( '/^.{2001}/us', $address ) ) {
		return false;
	}
	return (int) ( $parts[2] ?? 0 ) < 65536 && is_host( $parts[1] );
}

/**
 * Tells whether a host is a name, or four numbers: browsers take any host for numbers whose last label is one.
 */
function is_host( $host ) {
	$labels = explode( '.', $host );
	if ( preg_match( '/^(\d+|0x[\da-f]*)$/i', end( $labels ) ) ) {
		$numbers = '(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)';
		return (bool) preg_match( "/^$numbers(\\.$numbers){3}$/D", $host );
	}
	foreach ( $labels as $label ) {
		$encoded = 0 === stripos( $label, 'xn--' );
		if ( ! preg_match( '/^[a-zA-Z0-9' . LETTERS . '-]{1,63}$/uD', $label ) || ( $encoded && ! says_a_name( substr( $label, 4 ) ) ) ) {
			return false;
		}
	}
	return true;
}

/**
 * Tells whether an encoded label is a name with letters beyond ASCII, as RFC 3492 decodes it.
 */
function says_a_name( $encoded ) {
	$cut    = strrpos( $encoded, '-' );
	$length = (int) $cut;
	$digits = str_split( strtolower( false === $cut ? $encoded : substr( $encoded, $cut + 1 ) ) );
	$code   = 128;
	$at     = 0;
	$bias   = 72;
	$k      = 36;
	$delta  = 0;
	$weight = 1;
	foreach ( $digits as $letter ) {
		if ( ! preg_match( '/^[a-z\d]$/D', $letter ) ) {
			return false;
		}
		$digit     = ctype_digit( $letter ) ? (int) $letter + 26 : ord( $letter ) - ord( 'a' );
		$threshold = min( 26, max( 1, $k - $bias ) );
		$delta    += $digit * $weight;
		if ( $delta > 0xffffffff || $weight > 0xffffffff ) {
			return false;
		}
		if ( $digit >= $threshold ) {
			$weight *= 36 - $threshold;
			$k      += 36;
			continue;
		}
		++$length;
		$bias  = next_bias( $delta, $length, 0 === $at );
		$place = $delta + $at;
		$code += intdiv( $place, $length );
		$at    = $place % $length + 1;
		if ( ! is_small( $code ) ) {
			return false;
		}
		list( $k, $delta, $weight ) = array( 36, 0, 1 );
	}
	// With nothing before it, a hyphen is no sign of an end.
	return 0 !== $cut && ! preg_match( '/[^\x00-\x7f]/', $encoded ) && 128 !== $code && 36 === $k;
}

function next_bias( $delta, $length, $first ) {
	$delta  = intdiv( $delta, $first ? 700 : 2 );
	$delta += intdiv( $delta, $length );
	for ( $k = 0; $delta > 455; $k += 36 ) {
		$delta = intdiv( $delta, 35 );
	}
	return $k + intdiv( 36 * $delta, $delta + 38 );
}

/**
 * Tells whether a browser leaves a letter as it is.
 */
function is_small( $code ) {
	if ( $code > 0xffff || ( $code >= 0xd800 && $code < 0xe000 ) ) {
		return false;
	}
	// Among these, capitals and small letters take turns.
	$capital = ( $code >= 0x100 && $code < 0x138 || $code >= 0x14a && $code < 0x178 ) ? 0 : 1;
	$turns   = $code >= 0x100 && $code < 0x17f && 0x138 !== $code;
	$letter  = html_entity_decode( "&#$code;", ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	return ! ( $turns && $code % 2 === $capital ) && preg_match( '/^[' . LETTERS . ']$/uD', $letter ) && ! preg_match( '/^[' . CAPITALS . ']$/uD', $letter );
}
