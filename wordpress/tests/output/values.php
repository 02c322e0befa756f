<?php
/**
 * The tables of tests/values: the plugin takes and refuses what every other reader of settings does.
 */

function table( $name ) {
	return json_decode( file_get_contents( dirname( __DIR__, 3 ) . "/tests/values/$name.json" ), true );
}

foreach ( table( 'addresses' )['https'] as $list => $addresses ) {
	foreach ( $addresses as $address ) {
		same( "the address $address is $list", 'taken' === $list, Selfscreen\leads( $address ) );
	}
}
foreach ( array( '-x0x', 'abc-', 'a-', 'mnchen-3ya-', 'nchen-2pa-', '-', 'mnchen' ) as $label ) {
	same( "xn--$label says no name", false, Selfscreen\leads( "https://xn--$label.example/" ) );
}
foreach ( array( 'mnchen-3ya', 'eckwd4c7cu47r2wf', '3e0b707e', 'hxajbheg2az3al', 'strae-oqa' ) as $label ) {
	same( "xn--$label says a name", true, Selfscreen\leads( "https://xn--$label.example/" ) );
}

foreach ( table( 'children' ) as $row ) {
	$text  = $row['text'];
	$again = isset( $row['again'] );
	$read  = Selfscreen\read_enclosed( $text );
	if ( '' === trim( $text ) ) {
		continue;
	}
	same( "$text is an object", null !== $row['flat'], false !== $read );
	same( "$text has a key twice", $again, is_string( $read ) );
	if ( $again ) {
		$html = Site::$shortcodes['selfscreen']( array( 'region' => 'us' ), $text );
		same( 'it is handed on as it stands', true, false !== strpos( $html, '<script type="application/json">' . $text . '</script>' ) );
	}
}

Site::$editor = true;
same( 'an editor is told of it', 1, substr_count( Site::$shortcodes['selfscreen']( '', '{"a": 1, "a": 2}' ), 'has a key twice' ) );
Site::$editor = false;
same( 'and nothing ends the script', 1, substr_count( Site::$shortcodes['selfscreen']( '', '{"a": "</script>", "a": 2}' ), '</script>' ) );
