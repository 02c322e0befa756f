<?php
/**
 * What the editor is given.
 */

$types = Site::$blocks['selfscreen/questionnaire']['attributes'];
same( 'the block has every attribute', array_keys( Selfscreen\attributes() ), array_keys( $types ) );
same( 'each as a text', array( array( 'type' => 'string' ) ), array_values( array_unique( $types, SORT_REGULAR ) ) );

$list = json_decode( preg_replace( '/^window\.selfscreenBlock = (.*);$/s', '$1', Site::$inline['selfscreen-block'] ), true );
same( 'the sidebar has the list', Selfscreen\attributes(), $list['attributes'] );
same( 'and the choices of the screen', array( 'region', 'routes', 'scales-off', 'lang' ), array_keys( $list['choices'] ) );
same( 'nothing in it ends a script', false, strpos( Site::$inline['selfscreen-block'], '<' ) );
foreach ( Selfscreen\attributes() as $name => $attribute ) {
	same( "$name is in a group", true, isset( $list['groups'][ $attribute['group'] ] ) );
}
