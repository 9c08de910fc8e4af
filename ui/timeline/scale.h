// The scale of a timeline: which stretch of time lies over which px, zooming, scrolling and the marks of its ruler.
// Plain values; time runs from left to right in every language, as in all editors.
#pragma once

#include <vector>

#include <QString>

#include "core/time.h"

namespace counterclip::ui {

struct Scale {
    Range visible{};
    double left = 0;   // px, where visible.in lies
    double width = 1;  // px, that visible takes
};

double x_of(const Scale& scale, Time t);
Time time_at(const Scale& scale, double x);
// How long so many px are.
Time length_of(const Scale& scale, double px);

// `visible` made shorter (factor > 1) or longer about `about`, which stays where it is; never beyond `whole`, never
// shorter than some frames.
Range zoomed(Range visible, Range whole, double factor, Time about);
// As long as before and inside `whole`.
Range scrolled(Range visible, Range whole, Time by);
// The view that shows `now`, when it was at `before`: turns a page when it leaves the view. Somebody who scrolled away
// while it plays is left where they look.
Range following(Range visible, Range whole, Time before, Time now);

struct Tick {
    Time at{};
    QString text;  // empty: a small one between two that bear times
};
// Ticks whose texts lie at least `apart` px from one another.
std::vector<Tick> ticks(const Scale& scale, double apart);

}  // namespace counterclip::ui
