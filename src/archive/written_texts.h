// All that people can write into the catalog, column by column, so that a protected term is found wherever it stands:
// what `vault check` reads. A column of text that is in neither list is one that nobody decided about; a test fails for
// it.
#pragma once

#include <span>
#include <string>

namespace counterclip::archive {

enum class Form { plain, json };  // of json: every text and every key in it

struct WrittenColumn {
    const char* table;
    const char* column;
    const char* what;  // "the note of segment {}": {} is the key
    const char* key;   // SQL over the table's columns; '' where `what` needs none
    Form form = Form::plain;
};
std::span<const WrittenColumn> written_columns();

// Text that nobody can write what they like into, or that stands elsewhere too.
struct UnreadColumn {
    const char* table;
    const char* column;
    const char* why;
};
std::span<const UnreadColumn> unread_columns();

// Archive::written_texts().
struct WrittenText {
    std::string place;  // "the note of segment 3"
    std::string text;
};

}  // namespace counterclip::archive
