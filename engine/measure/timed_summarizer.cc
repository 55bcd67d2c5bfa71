#include "measure/stopwatch.h"
#include "nutgraf/measure.h"
#include "nutgraf/render.h"

namespace nutgraf {

struct TimedSummarizer::State {
  Analyser analyser;
  Summarizer summarizer;
  Document document;
  Summary summary;
  StageTimes times{};
};

TimedSummarizer::TimedSummarizer(const AnalyseOptions& analyse, const SummaryOptions& summary)
    : state_(std::make_unique<State>(State{.analyser = Analyser(analyse), .summarizer = Summarizer(summary)})) {}
TimedSummarizer::TimedSummarizer(TimedSummarizer&&) noexcept = default;
TimedSummarizer& TimedSummarizer::operator=(TimedSummarizer&&) noexcept = default;
TimedSummarizer::~TimedSummarizer() = default;

Result<void> TimedSummarizer::find_article(std::string_view page, Article& article, const ReadOptions& options) {
  Stopwatch stopwatch(state_->times);
  Result<void> done = nutgraf::find_article(page, article, options);
  stopwatch.lap(Stage::kExtract, page.size());
  return done;
}

void TimedSummarizer::summarize(const Article& article, std::string& out) {
  State& state = *state_;
  const std::size_t bytes = article.text.size();
  Stopwatch stopwatch(state.times);
  state.analyser.analyse(article, state.document);
  stopwatch.lap(Stage::kAnalyse, bytes);
  state.summarizer.summarize(state.document, state.summary);
  stopwatch.lap(Stage::kSummarize, bytes);
  render_json(state.document, state.summary, out);
  stopwatch.lap(Stage::kRender, bytes);
}

const StageTimes& TimedSummarizer::times() const { return state_->times; }
void TimedSummarizer::reset_times() { state_->times = {}; }

}  // namespace nutgraf
