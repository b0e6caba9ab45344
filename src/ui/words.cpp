#include "ui/words.h"

#include "ui/prose.h"

namespace earshot::ui {

Html words(std::string_view text, std::string_view language) {
  return element("blockquote", Attributes{{"class", "words"}, {"lang", language}, {"dir", "auto"}}, lines(text));
}

Html answer_panel(AnswerPanel const& answer) {
  return element("section", Attributes{{"class", "answer answer--" + answer.kind}},
                 html(subheading(answer.heading), written(answer.text), quiet(answer.by)));
}

}  // namespace earshot::ui
