<?php
/**
 * The lists of optimisers, with what may stand in them.
 */

$files   = array( 'selfscreen-1.2.3.js', 'selfscreen-screens-1.2.3.js' );
$handles = array( 'selfscreen', 'selfscreen-screens' );
$text    = implode( ', ', $files );
// phpcs:disable -- A row a line.
$rows = array(
	array( 'rocket_exclude_js', array( '/jquery.js' ), array_merge( array( '/jquery.js' ), $files ) ),
	array( 'rocket_exclude_defer_js', array(), $files ),
	array( 'rocket_delay_js_exclusions', array(), $files ),
	array( 'litespeed_optimize_js_excludes', '', $files ),
	array( 'litespeed_optm_js_defer_exc', array( 'a.js' ), array_merge( array( 'a.js' ), $files ) ),
	array( 'perfmatters_minify_js_exclusions', array( 'a.js' ), array_merge( array( 'a.js' ), $files ) ),
	array( 'perfmatters_defer_js_exclusions', array( 'jquery.js' ), array_merge( array( 'jquery.js' ), $files ) ),
	array( 'perfmatters_delay_js_exclusions', array(), $files ),
	array( 'flying_press_exclude_from_minify:js', array(), $files ),
	array( 'autoptimize_filter_js_consider_minified', false, $files ),
	array( 'autoptimize_filter_js_exclude', '', $text ),
	array( 'autoptimize_filter_js_exclude', 'a.js, b.js,', "a.js, b.js, $text" ),
	array( 'autoptimize_filter_js_exclude', array( 'a.js' => 'defer' ), array( 'a.js' => 'defer' ) + array_fill_keys( $files, '' ) ),
	array( 'sgo_js_minify_exclude', array( 'jquery' ), array_merge( array( 'jquery' ), $handles ) ),
	array( 'sgo_js_async_exclude', array(), $handles ),
	array( 'sgo_javascript_combine_exclude', array(), $handles ),
	array( 'js_do_concat', true, false, 'selfscreen' ),
	array( 'js_do_concat', true, false, 'selfscreen-screens' ),
	array( 'js_do_concat', true, true, 'jquery-core' ),
	array( 'js_do_concat', false, false, 'jquery-core' ),
);
// phpcs:enable
foreach ( $rows as $row ) {
	list( $filter, $before, $expected ) = $row;
	same( "$filter of " . json_encode( array_slice( $row, 1 ) ), $expected, apply_filters( $filter, $before, ...array_slice( $row, 3 ) ) );
}
