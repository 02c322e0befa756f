<?php
/**
 * What the plugin writes, on a small release of its own: `php wordpress/tests/output.php`.
 */

require __DIR__ . '/count.php';
require __DIR__ . '/stubs.php';

/** Puts the plugin's source and the small release together, as the build does with the real one. */
function together() {
	$folder = sys_get_temp_dir() . '/selfscreen-plugin-' . getmypid() . '/selfscreen';
	$source = dirname( __DIR__ ) . '/selfscreen';
	mkdir( "$folder/includes", 0700, true );
	foreach ( array_merge( glob( "$source/*.*" ), glob( "$source/includes/*" ) ) as $file ) {
		copy( $file, $folder . substr( $file, strlen( $source ) ) );
	}
	copy( __DIR__ . '/release.json', "$folder/release.json" );
	return $folder;
}

$folder = together();
register_shutdown_function(
	function () use ( $folder ) {
		array_map( 'unlink', array_merge( glob( "$folder/includes/*" ), glob( "$folder/*.*" ) ) );
		array_map( 'rmdir', array( "$folder/includes", $folder, dirname( $folder ) ) );
	}
);
require "$folder/selfscreen.php";
do_action( 'init' );

require __DIR__ . '/output/markup.php';
require __DIR__ . '/output/values.php';
require __DIR__ . '/output/documented.php';
require __DIR__ . '/output/pages.php';
require __DIR__ . '/output/optimisers.php';
require __DIR__ . '/output/editor.php';
end_of_tests();
