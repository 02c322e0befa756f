<?php
/**
 * Plugin Name:       Selfscreen
 * Description:       A private self-screening questionnaire for clinics, as a block and a shortcode. Answers stay in the visitor's browser.
 * Version:           {{version}}
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           MIT
 *
 * The plugin puts the element and its script on the page, and does nothing else: it stores nothing, asks no server,
 * and never sees an answer.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

const PLUGIN = __FILE__;

// The source holds no release: the build puts it in.
if ( ! file_exists( __DIR__ . '/release.json' ) ) {
	add_action(
		'admin_notices',
		function () {
			$text = 'Selfscreen: this is the source of the plugin. Install what `cargo xtask build` puts into dist/wordpress.';
			echo '<div class="notice notice-error"><p>' . esc_html( $text ) . '</p></div>';
		}
	);
	return;
}

require __DIR__ . '/includes/data.php';
require __DIR__ . '/includes/address.php';
require __DIR__ . '/includes/fallback.php';
require __DIR__ . '/includes/frame.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/json.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/optimisers.php';
require __DIR__ . '/includes/places.php';
