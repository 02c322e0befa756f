<?php
/**
 * The few functions of WordPress that the plugin calls, as far as it relies on them.
 */

define( 'ABSPATH', '/' );

/** What was added, registered and loaded. */
final class Site {
	public static $filters    = array();
	public static $shortcodes = array();
	public static $scripts    = array();
	public static $blocks     = array();
	public static $inline     = array();
	public static $loaded     = array();
	public static $post       = null;
	public static $editor     = false;
}

function add_filter( $name, $call, $priority = 10, $arguments = 1 ) {
	Site::$filters[ $name ][] = array( $call, $arguments );
}

function add_action( $name, $call, $priority = 10, $arguments = 1 ) {
	add_filter( $name, $call, $priority, $arguments );
}

function apply_filters( $name, ...$values ) {
	foreach ( Site::$filters[ $name ] ?? array() as list( $call, $arguments ) ) {
		$values[0] = $call( ...array_slice( $values, 0, $arguments ) );
	}
	return $values[0];
}

function do_action( $name ) {
	foreach ( Site::$filters[ $name ] ?? array() as list( $call ) ) {
		$call();
	}
}

function add_shortcode( $name, $call ) {
	Site::$shortcodes[ $name ] = $call;
}

function home_url() {
	return 'https://clinic.example/en';
}

function wp_parse_url( $address ) {
	return parse_url( $address );
}

function plugins_url( $file, $plugin ) {
	return 'https://clinic.example/wp-content/plugins/' . basename( dirname( $plugin ) ) . '/' . $file;
}

function wp_register_script( $handle, $address, $needs, $version, $more ) {
	Site::$scripts[ $handle ] = compact( 'address', 'needs', 'version', 'more' );
}

function wp_register_style( $handle, $address, $needs, $version ) {}

function wp_add_inline_script( $handle, $text, $place ) {
	Site::$inline[ $handle ] = $text;
}

function wp_enqueue_script( $handle ) {
	Site::$loaded[] = $handle;
}

function wp_enqueue_style( $handle ) {
	Site::$loaded[] = "$handle.css";
}

function register_block_type( $folder, $more ) {
	Site::$blocks[ json_decode( file_get_contents( "$folder/block.json" ) )->name ] = $more;
}

function is_singular() {
	return null !== Site::$post;
}

function get_post() {
	return Site::$post;
}

function has_block( $name, $post ) {
	return false !== strpos( $post->post_content, "<!-- wp:$name " );
}

function has_shortcode( $text, $name ) {
	return false !== strpos( $text, "[$name" );
}

function current_user_can( $what ) {
	return Site::$editor && 'edit_posts' === $what;
}

function wp_json_encode( $value, $flags = 0 ) {
	return json_encode( $value, $flags );
}

/** Entities that are there already stay as they are. */
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function esc_attr( $text ) {
	return esc_html( $text );
}

function esc_url( $address, $schemes ) {
	$address = preg_replace( '/[^a-z0-9-~+_.?#=!&;,\/:%@$|*\'()\[\]\x80-\xff]/i', '', ltrim( $address ) );
	$scheme  = strtolower( strstr( $address, ':', true ) );
	return in_array( $scheme, $schemes, true ) ? str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), $address ) : '';
}
