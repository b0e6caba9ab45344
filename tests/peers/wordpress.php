<?php
// wordpress.php SITE ADDRESS: fills an empty WordPress with a post and 20 comments, and prints the path of the post.
[, $site, $address] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
define('WP_INSTALLING', true);
define('WP_SITEURL', $address);
// The letter that tells the administrator about it stays here.
function wp_mail() { return true; }
require "$site/wp-load.php";
require "$site/wp-admin/includes/upgrade.php";
wp_install('Fenshire families', 'admin', 'admin@fenshire.example', true, '', 'a-demonstration-only');

$words = 'The bus is gone before school ends. He waits forty minutes in the rain.';
$answer = 'The bus now waits until ten past three. We asked the driver and the school, and both agree.';
$post = wp_insert_post(['post_title' => $words, 'post_content' => "<p>$words</p><p>$answer</p>", 'post_status' => 'publish', 'post_author' => 1]);
for ($i = 1; $i <= 20; ++$i)
    wp_insert_comment([
        'comment_post_ID' => $post, 'comment_author' => "Parent $i", 'comment_author_email' => "parent$i@fenshire.example",
        'comment_content' => "$words This matters to us too.", 'comment_approved' => 1,
    ]);
echo wp_make_link_relative(get_permalink($post)), "\n";
