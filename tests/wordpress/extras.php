<?php
// What the tests need of the site: it notes each question, sends no mail, and has posts that are odd when rendered.

if (PHP_SAPI === 'cli-server') {
    file_put_contents(ASKED, $_SERVER['REQUEST_URI'] . "\n", FILE_APPEND);
}

function wp_mail() {
    return true;
}

add_filter('the_content', function ($content) {
    $odd = get_post_meta(get_the_ID(), 'odd', true);
    if ($odd === 'dies') {
        a_function_of_a_plugin_that_is_gone();
    }
    if ($odd === 'counts') {
        $views = (int) get_post_meta(get_the_ID(), 'views', true) + 1;
        update_post_meta(get_the_ID(), 'views', $views);
        $content .= '<div class="post-views content-post entry-meta"><span class="post-views-icon dashicons"></span> '
            . '<span class="post-views-label">Post Views:</span> '
            . '<span class="post-views-count">' . number_format($views) . '</span></div>';
    }
    if ($odd === 'asks') {
        $id = 'field_' . bin2hex(random_bytes(4));
        $content .= "<form id='$id' action='" . esc_url(add_query_arg('_wpnonce', bin2hex(random_bytes(5)), get_permalink())) . "'>"
            . "<input type='hidden' name='nonce' value='" . bin2hex(random_bytes(5)) . "'><label for='$id-mail'>Mail me</label>"
            . "<input id='$id-mail' name='mail' value=''><button>Subscribe</button></form>";
    }
    return $content;
});
