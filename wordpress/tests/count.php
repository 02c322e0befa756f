<?php
/**
 * Compares, counts, and says at the end how many comparisons held.
 */

final class Count {
	public static $passed = 0;
	public static $failed = 0;
}

function same( $name, $expected, $found ) {
	if ( $expected === $found ) {
		++Count::$passed;
		return;
	}
	++Count::$failed;
	$flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRETTY_PRINT;
	echo "$name\n  expected ", json_encode( $expected, $flags ), "\n  found    ", json_encode( $found, $flags ), "\n";
}

/** Ends with the line that a test harness of Rust would print. */
function end_of_tests() {
	$end = Count::$failed ? 'FAILED' : 'ok';
	echo "test result: $end. ", Count::$passed, ' passed; ', Count::$failed, " failed\n";
	exit( Count::$failed ? 1 : 0 );
}

// A notice is a mistake as much as an error is.
set_error_handler(
	function ( $level, $text, $file, $line ) {
		throw new ErrorException( $text, 0, $level, $file, $line );
	}
);
