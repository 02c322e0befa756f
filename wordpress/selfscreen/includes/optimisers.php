<?php
/**
 * Keeps the scripts out of what optimisers do: one that changes a byte breaks `integrity`, and one that holds a script
 * back leaves visitors with the fallback until they move.
 *
 * Each filter and attribute stands here as its optimiser's own source or manual has it.
 */

namespace Selfscreen;

defined( 'ABSPATH' ) || exit;

/**
 * What stands on the tag: LiteSpeed Cache reads `data-no-optimize` and `data-no-defer`, WP Rocket `data-no-minify` and
 * `nowprocket`, Cloudflare `data-cfasync`, PageSpeed `data-pagespeed-no-defer`, Jetpack Boost `data-jetpack-boost`,
 * NitroPack `nitro-exclude`.
 */
const TAG_EXCLUSIONS = 'data-cfasync="false" data-no-optimize="1" data-no-defer="1" data-no-minify="1" data-pagespeed-no-defer data-jetpack-boost="ignore" nowprocket nitro-exclude';

/** Lists of parts of addresses: WP Rocket takes them as patterns, the others as they are. */
const LISTS_OF_FILES = array(
	'rocket_exclude_js',
	'rocket_exclude_defer_js',
	'rocket_delay_js_exclusions',
	'litespeed_optimize_js_excludes',
	'litespeed_optm_js_defer_exc',
	'perfmatters_minify_js_exclusions',
	'perfmatters_defer_js_exclusions',
	'perfmatters_delay_js_exclusions',
	// FlyingPress has a filter for this alone; what it delays is a setting of the site.
	'flying_press_exclude_from_minify:js',
	// Autoptimize minifies even what it leaves out, unless it takes it for minified; it may give false.
	'autoptimize_filter_js_consider_minified',
);

/** Lists of handles: SiteGround's Speed Optimizer. */
const LISTS_OF_HANDLES = array(
	'sgo_js_minify_exclude',
	'sgo_js_async_exclude',
	'sgo_javascript_combine_exclude',
);

foreach ( LISTS_OF_FILES as $filter ) {
	add_filter( $filter, __NAMESPACE__ . '\\add_files' );
}
foreach ( LISTS_OF_HANDLES as $filter ) {
	add_filter( $filter, __NAMESPACE__ . '\\add_handles' );
}
add_filter( 'autoptimize_filter_js_exclude', __NAMESPACE__ . '\\add_to_autoptimize' );
add_filter( 'js_do_concat', __NAMESPACE__ . '\\keep_apart', 10, 2 );

function add_files( $list ) {
	return array_merge( array_filter( (array) $list ), files() );
}

function add_handles( $list ) {
	return array_merge( array_filter( (array) $list ), array_keys( scripts() ) );
}

/**
 * Autoptimize has a text with commas, or files with what to do with each.
 */
function add_to_autoptimize( $list ) {
	if ( is_array( $list ) ) {
		return $list + array_fill_keys( files(), '' );
	}
	return implode( ', ', array_merge( array_filter( array( trim( (string) $list, ', ' ) ) ), files() ) );
}

/**
 * Jetpack Boost asks of each handle whether to join it with others.
 */
function keep_apart( $join, $handle ) {
	return $join && ! isset( scripts()[ $handle ] );
}

function files() {
	return array_column( scripts(), 'name' );
}
