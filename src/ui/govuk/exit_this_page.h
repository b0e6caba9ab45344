#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

/// An empty `text` is "Exit this page", said as "Emergency Exit this page". The other words are announced by the script
/// and are English unless given.
struct ExitThisPageOptions {
  Html text;
  Url redirect_url = "https://www.bbc.co.uk/weather";
  std::string id;
  std::string classes;
  Attributes attributes;
  std::string activated_text;
  std::string timed_out_text;
  std::string press_two_more_times_text;
  std::string press_one_more_time_text;
};

/// The button that leaves at once for a page that gives nothing away, for people who may be watched.
Html exit_this_page(ExitThisPageOptions const& options);

}  // namespace earshot::govuk
