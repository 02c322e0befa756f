<?php
/**
 * Attributes in, markup out.
 */

/** The last paragraph of a fallback. */
$us      = '<p lang="en" dir="ltr">In crisis? <a href="tel:12"><bdi>Line &lt;1&gt; &amp; co: 12</bdi></a>. Danger? Call <a href="tel:911"><bdi>911</bdi></a>.</p>';
$nowhere = '<p lang="en" dir="ltr">In crisis? Find a line: lines.example.</p>';
$spanish = '<p lang="es" dir="ltr">¿En crisis? <a href="tel:12"><bdi>12</bdi></a>.</p>';
$book    = '<p lang="en" dir="ltr"><a href="https://h.example/b" rel="noopener noreferrer">Book a consultation</a></p>';

/** Every attribute with a value, in the order of the list. */
$every = array();
foreach ( array_keys( Selfscreen\attributes() ) as $place => $name ) {
	$every[ $name ] = "v$place";
}
$every = array_merge( $every, array( 'booking-url' => 'https://h.example/b', 'phone' => '+1 (555) 0100', 'region' => 'us', 'lang' => 'es-MX', 'frame-src' => '/frame.html' ) );
$all   = '';
foreach ( $every as $name => $value ) {
	$all .= " $name=\"$value\"";
}
$reach = '<p lang="es" dir="ltr"><a href="https://h.example/b" rel="noopener noreferrer">Reservar una consulta</a> <a href="tel:+15550100"><bdi>+1 (555) 0100</bdi></a></p>';

// phpcs:disable -- A row a line.
$rows = array(
	'nothing'                       => array( '', '', '<self-screen>' . $nowhere . '</self-screen>' ),
	'plain'                         => array( array( 'region' => 'us', 'routes' => 'racemic kap' ), '', '<self-screen region="us" routes="racemic kap">' . $us . '</self-screen>' ),
	'every attribute'               => array( $every, '', "<self-screen$all>$reach$spanish</self-screen>" ),
	'the order of the list'         => array( array( 'routes' => 'kap', 'region' => 'us' ), '', '<self-screen region="us" routes="kap">' . $us . '</self-screen>' ),
	'an attribute that is not ours' => array( array( 'region' => 'us', 'onclick' => 'x', 'class' => 'y', 'Region' => 'gb' ), '', '<self-screen region="us">' . $us . '</self-screen>' ),
	'empty ones'                    => array( array( 'region' => ' us ', 'phone' => '', 'accent' => ' ' ), '', '<self-screen region="us">' . $us . '</self-screen>' ),
	'a value that is no text'       => array( array( 'region' => array( 'us' ), 'radius' => 8 ), '', '<self-screen radius="8">' . $nowhere . '</self-screen>' ),
	'zero'                          => array( array( 'radius' => '0' ), '', '<self-screen radius="0">' . $nowhere . '</self-screen>' ),
	'bare flags'                    => array( array( 'show-scores', 'region', 'onclick' ), '', '<self-screen show-scores="true">' . $nowhere . '</self-screen>' ),
	'a region that there is not'    => array( array( 'region' => 'atlantis' ), '', '<self-screen region="atlantis">' . $nowhere . '</self-screen>' ),
	'Spanish'                       => array( array( 'region' => 'us', 'lang' => 'ES-mx' ), '', '<self-screen region="us" lang="ES-mx">' . $spanish . '</self-screen>' ),
	'a language that there is not'  => array( array( 'region' => 'us', 'lang' => 'fr' ), '', '<self-screen region="us" lang="fr">' . $us . '</self-screen>' ),
	'a way out of an attribute'     => array( array( 'clinic-name' => '"><script>alert(1)</script>' ), '', '<self-screen clinic-name="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">' . $nowhere . '</self-screen>' ),
	'a single quote'                => array( array( 'clinic-name' => "O'Hara's" ), '', '<self-screen clinic-name="O&#039;Hara&#039;s">' . $nowhere . '</self-screen>' ),
	'an entity stays one'           => array( array( 'clinic-name' => 'A &amp; B' ), '', '<self-screen clinic-name="A &amp; B">' . $nowhere . '</self-screen>' ),
	'a script for an address'       => array( array( 'booking-url' => 'javascript:alert(1)' ), '', '<self-screen booking-url="javascript:alert(1)">' . $nowhere . '</self-screen>' ),
	'an address without encryption' => array( array( 'booking-url' => 'http://h.example/b' ), '', '<self-screen booking-url="http://h.example/b">' . $nowhere . '</self-screen>' ),
	'an address that leads nowhere' => array( array( 'booking-url' => 'https://256.256.256.256/' ), '', '<self-screen booking-url="https://256.256.256.256/">' . $nowhere . '</self-screen>' ),
	'a key that stands there twice' => array( array( 'region' => 'us' ), '{"stricter": {"bp_raised": "stop"}, "stricter": {"a": "<"}}', '<self-screen region="us"><script type="application/json">{"stricter": {"bp_raised": "stop"}, "stricter": {"a": "\u003C"}}</script>' . $us . '</self-screen>' ),
	'a way out of an address'       => array( array( 'booking-url' => 'https://h.example/b" onclick="x' ), '', '<self-screen booking-url="https://h.example/b&quot; onclick=&quot;x">' . $nowhere . '</self-screen>' ),
	'letters for a phone'           => array( array( 'phone' => 'call 555 0100' ), '', '<self-screen phone="call 555 0100">' . $nowhere . '</self-screen>' ),
	'a way out of a phone'          => array( array( 'phone' => '5550100"><' ), '', '<self-screen phone="5550100&quot;&gt;&lt;"><p lang="en" dir="ltr"><a href="tel:5550100"><bdi>5550100&quot;&gt;&lt;</bdi></a></p>' . $nowhere . '</self-screen>' ),
	'enclosed JSON'                 => array( array( 'region' => 'us' ), '{"stricter": {"bp_raised": "stop"}, "scales_off": []}', '<self-screen region="us"><script type="application/json">{"stricter":{"bp_raised":"stop"},"scales_off":[]}</script>' . $us . '</self-screen>' ),
	'JSON as editors leave it'      => array( '', "<p>{&quot;stricter&quot;:<br />\n{\"bp_raised\": \"stop\"}}</p>", '<self-screen><script type="application/json">{"stricter":{"bp_raised":"stop"}}</script>' . $nowhere . '</self-screen>' ),
	'JSON with a quote as an entity' => array( '', '{"name": "A &quot;B&quot;"}', '<self-screen><script type="application/json">{"name":"A &quot;B&quot;"}</script>' . $nowhere . '</self-screen>' ),
	'a way out of the script'       => array( '', '{"name": "</script><script>alert(1)//<!--"}', '<self-screen><script type="application/json">{"name":"\u003C\/script\u003E\u003Cscript\u003Ealert(1)\/\/\u003C!--"}</script>' . $nowhere . '</self-screen>' ),
	'settings in JSON'              => array( '', '{"region": "us", "booking_url": "https://h.example/b", "locale": "en-US"}', '<self-screen><script type="application/json">{"region":"us","booking_url":"https:\/\/h.example\/b","locale":"en-US"}</script>' . $book . $us . '</self-screen>' ),
	'attributes before JSON'        => array( array( 'lang' => 'es', 'region' => 'us' ), '{"locale": "en", "region": "other"}', '<self-screen region="us" lang="es"><script type="application/json">{"locale":"en","region":"other"}</script>' . $spanish . '</self-screen>' ),
	'settings of another kind'      => array( '', '{"region": 5, "phone": ["5550100"], "theme": {"theme": "dark"}}', '<self-screen><script type="application/json">{"region":5,"phone":["5550100"],"theme":{"theme":"dark"}}</script>' . $nowhere . '</self-screen>' ),
	'a frame in JSON'               => array( '', '{"frame_src": "https://x.example", "__proto__": {"frame_src": "https://x.example"}, "theme": {"frame_src": "https://x.example", "__proto__": {}, "radius": 8}}', '<self-screen><script type="application/json">{"theme":{"radius":8}}</script>' . $nowhere . '</self-screen>' ),
	'an empty object'               => array( '', '{}', '<self-screen><script type="application/json">{}</script>' . $nowhere . '</self-screen>' ),
	'JSON that is a list'           => array( '', '["stop"]', '<self-screen><script type="application/json">null</script>' . $nowhere . '</self-screen>' ),
	'JSON that is not whole'        => array( array( 'region' => 'us' ), '{"stricter": ', '<self-screen region="us"><script type="application/json">null</script>' . $us . '</self-screen>' ),
	'nothing enclosed'              => array( '', " \n<br />", '<self-screen>' . $nowhere . '</self-screen>' ),
);
// phpcs:enable

$shortcode = Site::$shortcodes['selfscreen'];
foreach ( $rows as $name => list( $attributes, $content, $expected ) ) {
	same( $name, $expected, $shortcode( $attributes, $content ) );
	// A block has the same attributes, always by their names, and no JSON.
	if ( '' === $content && ! isset( $attributes[0] ) ) {
		same( "$name, as a block", $expected, Site::$blocks['selfscreen/questionnaire']['render_callback']( (array) $attributes ) );
	}
}

$frames = array(
	'/frame.html'                            => true,
	'https://clinic.example/frame.html?a=1'  => true,
	'HTTPS://Clinic.example/frame.html'      => true,
	'frame.html'                             => false,
	'//clinic.example/frame.html'            => false,
	'http://clinic.example/frame.html'       => false,
	'https://clinic.example:8443/frame.html' => false,
	'https://x.example/frame.html'           => false,
	'https://clinic.example.x.example/'      => false,
	'https://clinic.example@x.example/'      => false,
	'https://x.example#@clinic.example/'     => false,
	'//x.example/frame.html'                 => false,
	'/\\x.example/frame.html'                => false,
	"/\t/x.example/frame.html"               => false,
	'///x.example/frame.html'                => false,
	'javascript:alert(1)'                    => false,
	'data:text/html,x'                       => false,
);
foreach ( $frames as $address => $taken ) {
	same( "a frame from $address", $taken, isset( Selfscreen\known( array( 'frame-src' => $address ) )['frame-src'] ) );
}

Site::$editor = true;
same( 'an editor is told of enclosed text that is not taken', 1, substr_count( $shortcode( '', '{' ), '<strong>Selfscreen: ' ) );
same( 'and of nothing else', 0, substr_count( $shortcode( '', '{}' ) . $shortcode( '' ), '<strong>' ) );
Site::$editor = false;
