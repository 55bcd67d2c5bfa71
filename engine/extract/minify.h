// A web page -> the same page without what nothing behind looks at, which is two thirds of it.
//
//   std::string rest;
//   minify("<a href=/ class=more>\n\n  More<script>f()</script></a>", rest);
//   // "<a  class=more>\nMore<script></script></a>"
//
// Elements stay, and the text between them. Left out are attributes that neither markup.h nor metadata.h reads, what
// comments and styles hold, what scripts hold but for data ("application/ld+json"), and indentation. Where all of them
// end is told as by the HTML standard (html.spec.whatwg.org, "Tokenization"), and where libxml2 differs, as by that:
// a script ends at the first "</script", and "<script/>" holds nothing. What has no end goes to the end of the page.
#pragma once

#include <string>
#include <string_view>

namespace nutgraf {

// Replaces `rest`. One pass, linear in the page.
void minify(std::string_view html, std::string& rest);

}  // namespace nutgraf
