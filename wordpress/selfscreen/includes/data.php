<?php
/**
 * What the plugin is made with: the list of attributes, and what the build knows of its release.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/**
 * Gives every attribute by its name, with how its text is read and what the editor shows of it.
 */
function attributes() {
	static $list = null;
	$list        = $list ?? read( 'attributes.json' )['attributes'];
	return $list;
}

/**
 * Gives the release's version, its scripts with their integrity, the words of the fallback by language, and the
 * choices that depend on the screen. The build writes it, so that no number and no word is typed twice.
 */
function release() {
	static $release = null;
	$release        = $release ?? read( 'release.json' );
	return $release;
}

/**
 * Reads one of the plugin's own files.
 */
function read( $name ) {
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin.
	return json_decode( file_get_contents( dirname( PLUGIN ) . '/' . $name ), true );
}
