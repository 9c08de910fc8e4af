// Figures of counterclip-studio for scripts/bench studio, as JSON on stdout:
//
//   bench_studio open ARCHIVE                   ms until the library of it is painted, longest stall
//   bench_studio seek ARCHIVE INTERVIEW         ms of seeks and steps until their picture is painted, veil on, each
//   beside
//                                               a plain seek and decode of the same picture
//   bench_studio play ARCHIVE INTERVIEW SECONDS pictures dropped, longest stall while it plays with the veil on
#include <cstdio>
#include <random>

#include <fmt/format.h>
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/look/roles.h"
#include "ui/player/player.h"
#include "ui/shell/main_window.h"
#include "ui/stall_watch.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

struct Application {
    ui::Desk desk;
    ui::Edits edits{desk};
    ui::Jobs jobs{desk};
    ui::Keys keys;
    ui::MainWindow window{ui::Studio{desk, edits, jobs, keys}};
};

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

void open(const char* archive) {
    Application a;
    a.window.resize(1280, 720);
    a.window.show();
    QTest::qWait(200);
    const test::StallWatch watch;
    QElapsedTimer clock;
    clock.start();
    a.window.open(archive);
    bool read = false;
    QObject::connect(&a.desk, &ui::Desk::opened, &a.window, [&read] { read = true; });
    if (!QTest::qWaitFor([&] { return read; }, 60'000)) std::_Exit(1);
    a.window.repaint();
    const auto ms = clock.elapsed();
    QTest::qWait(500);
    fmt::print("{{\"open_ms\": {}, \"stall_ms\": {}}}\n", ms, watch.longest_ms());
}

ui::Player& player_on(Application& a, const char* archive, const char* interview) {
    a.window.resize(1920, 1200);
    a.window.show();
    a.desk.open(archive);
    a.desk.sign_in(QStringLiteral("amina"));  // nobody hears nothing
    a.desk.choose_interview(QString::fromUtf8(interview));
    auto& player = *a.window.findChild<ui::Player*>();
    bool shown = false;
    QObject::connect(&player, &ui::Player::moved, &a.window, [&shown] { shown = true; });
    if (!QTest::qWaitFor([&] { return shown; }, 10'000)) std::_Exit(1);
    QObject::disconnect(&player, &ui::Player::moved, &a.window, nullptr);
    return player;
}

template <class Act>
double until_shown(ui::Player& player, Act&& act) {
    bool shown = false;
    const auto connection = QObject::connect(&player, &ui::Player::moved, [&shown] { shown = true; });
    QElapsedTimer clock;
    clock.start();
    act();
    while (!shown && clock.elapsed() < 10'000) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QObject::disconnect(connection);
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void seek(const char* archive, const char* interview) {
    Application a;
    auto& player = player_on(a, archive, interview);
    const auto recording = a.desk.chosen_recording().value();
    const auto file = a.desk.archive().path(recording.file);
    std::mt19937 random(7);
    std::vector<double> seeks, plain, ratios, steps;
    for (int n = 0; n < 20; ++n) {
        const auto t = Time(static_cast<std::int64_t>(static_cast<double>(recording.duration.count()) * 0.95 *
                                                      std::generate_canonical<double, 32>(random)));
        seeks.push_back(until_shown(player, [&] { player.seek(t); }));
        QElapsedTimer clock;
        clock.start();
        media::VideoReader reader(file, {.range = Range{t, Time::max()}});
        media::Frame frame;
        reader.next(frame);
        plain.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        ratios.push_back(seeks.back() / plain.back());
        steps.push_back(until_shown(player, [&] { player.step(1); }));
    }
    fmt::print(
        "{{\"seek_ms\": {:.1f}, \"seek_worst_ms\": {:.1f}, \"plain_ms\": {:.1f}, \"ratio\": {:.2f}, \"step_ms\": "
        "{:.1f}}}\n",
        median(seeks), std::ranges::max(seeks), median(plain), median(ratios), median(steps));
}

void play(const char* archive, const char* interview, int seconds) {
    Application a;
    auto& player = player_on(a, archive, interview);
    QTest::qWait(500);
    const test::StallWatch watch;
    int shown = 0;
    bool heard = false;
    QObject::connect(&player, &ui::Player::moved, [&] {
        ++shown;
        heard |= player.sound().is_heard();
    });
    player.play();
    QTest::qWait(seconds * 1000);
    player.pause();
    fmt::print("{{\"shown\": {}, \"dropped\": {}, \"heard\": {}, \"stall_ms\": {}}}\n", shown, player.dropped(), heard,
               watch.longest_ms());
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    ui::apply(ui::dark_roles(), *qApp);
    const std::string_view what = argc > 2 ? argv[1] : "";
    if (what == "open")
        open(argv[2]);
    else if (what == "seek" && argc > 3)
        seek(argv[2], argv[3]);
    else if (what == "play" && argc > 4)
        play(argv[2], argv[3], std::atoi(argv[4]));
    else
        return fmt::print(stderr, "bench_studio: see scripts/bench studio\n"), 2;
    std::fflush(stdout);
    std::_Exit(0);  // figures are out; Qt's own end is of no interest
}
