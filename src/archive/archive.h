// The archive: one folder with everything of one project, and the catalog in it.
//
//   DIR/counterclip.db    SQLite (WAL): the records and the log. See docs/formats.md.
//   DIR/originals/        recordings, named by SHA-256, read-only
//   DIR/derived/          what can be made again: thumbnails, reports
//   DIR/renders/          finished files
//   DIR/releases/         signed packages
//   DIR/keys/             operators' secret keys (mode 0600)
//   DIR/identities.vault  who the people are: vault.h
//
// Every change is one transaction together with its event in the log (P10, P11), made in the name of an operator. Two
// processes may have one archive open: writers wait for each other, then fail with a clear Error. An Archive is used by
// one thread at a time; open it once more for another.
//
// Roles: edits need an editor, decisions on renders an auditor, releases and their takedown a distributor, new
// operators and the vault's passphrase an admin once there is one; an admin may do all; anyone may record a withdrawal
// or order a takedown.
// Whoever lacks the role, or is no operator, is Error(refused).
//
// Errors name the archive, the code and what to do; unknown codes are Error(failed) "clip 'X': there is none; `clip
// list` ...".
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/analysed.h"
#include "archive/codebook.h"
#include "archive/log.h"
#include "archive/overview.h"
#include "archive/records.h"
#include "archive/search.h"
#include "archive/written_texts.h"
#include "consent/terms.h"
#include "core/progress.h"
#include "faces/analysis.h"
#include "faces/region.h"
#include "faces/track.h"

namespace counterclip::archive {

class Archive {
  public:
    struct State;  // what it holds inside: archive/state.h, for this room only

    // Makes the folder (which must be new or empty) complete or not at all.
    static Archive create(const std::filesystem::path& folder);
    // Opens, migrates forward (a newer schema than this program's is an Error), sweeps what a dead process left.
    static Archive open(const std::filesystem::path& folder);
    ~Archive();
    Archive(Archive&&) noexcept;

    const std::filesystem::path& folder() const noexcept;
    std::filesystem::path path(const std::string& relative) const;  // folder() / relative

    // Operators. The first one needs no `by`.
    void add_operator(const Operator& op, const std::string& by);
    // Their roles from now on. Error(refused) when that would leave the archive without its last admin.
    void change_operator(const std::string& code, const std::vector<std::string>& roles, const std::string& by);
    // For good: they may do nothing any more, what they did and signed stands. The last admin cannot retire.
    void retire_operator(const std::string& code, const std::string& by);
    Operator get_operator(const std::string& code) const;
    std::vector<Operator> operators() const;

    // Interviews and recordings.
    void add_interview(const Interview& interview, const std::string& by);
    // Takes whoever may add one. Its code and kind stay; the log names the fields that changed, never what they say.
    // Error when nothing differs.
    void change_interview(const Interview& interview, const std::string& by);
    Interview interview(const std::string& code) const;
    std::vector<Interview> interviews() const;
    // Copies `file` in while hashing it; probes first. Refuses what is in the archive already (by SHA-256, naming the
    // interview that has it), a full disk before the copy begins, and an interview without recordings (kind none). The
    // original is made read-only. On any failure the archive is as before. Progress counts bytes.
    Recording import(const std::string& interview, const std::filesystem::path& file, const std::string& by,
                     Progress& progress);
    std::vector<Recording> recordings(const std::string& interview) const;
    Recording recording(std::int64_t id) const;
    // Hashes the original and compares (P9). False when it was changed; Error when it is gone.
    bool original_unchanged(const Recording& recording, Progress& progress) const;

    // Consent: append-only. `revision.id`, `.at` and `.author` are filled in; returns what was stored. Error(usage) for
    // words that cannot be read (consent/scope.h: days, countries, languages, witnesses) and for a written consent
    // without its document's SHA-256.
    consent::Revision append_consent(consent::Revision revision, const std::string& by);
    std::vector<consent::Revision> consent_history(const std::string& interview,
                                                   const std::string& person = "subject") const;
    std::optional<consent::Revision> latest_consent(const std::string& interview,
                                                    const std::string& person = "subject") const;
    // The latest of everyone of the interview who has one, by person.
    std::map<std::string, consent::Revision> latest_consents(const std::string& interview) const;

    // Segments: the range must lie in the recording; its tags must not be retired and, where the codebook is strict, be
    // in it.
    Segment add_segment(Segment segment, const std::string& by);
    // Its range, tags, note and flags from now on; returns what it was before. Its recording and author stay. Error
    // (usage) when nothing differs; tags that it bore already may have been retired since.
    Segment change_segment(const Segment& segment, const std::string& by);
    // A removed one stays on record and counts for nothing: no flag, no tag. Whoever added, changed, removed or
    // restored it has a hand in clips that show what it touched (P8).
    void remove_segment(std::int64_t id, const std::string& reason, const std::string& by);
    void restore_segment(std::int64_t id, const std::string& by);
    std::vector<Segment> segments(const std::string& interview) const;         // that hold, in the order of time
    std::vector<Segment> segment_history(const std::string& interview) const;  // removed ones too
    Segment segment(std::int64_t id) const;                                    // a removed one too

    // Transcripts: `id`, `revision`, `by`, `at` and `cues` are filled in. Cues may overlap (two people speak); each
    // must lie in the recording and none be empty of text.
    Transcript add_transcript(Transcript transcript, const std::vector<captions::Cue>& cues, const std::string& by);
    std::vector<Transcript> transcripts(const std::string& interview) const;  // all revisions, oldest first
    std::optional<Transcript> latest_transcript(std::int64_t recording, const std::string& language) const;
    // A new revision that says what revision `to` of that recording and language says, and is of its kind. Without a
    // `note` it has that one's. Error(usage) when the latest says the same already.
    Transcript revert_transcript(std::int64_t recording, const std::string& language, int to, const std::string& note,
                                 const std::string& by);
    // In the order of time: all, or those that overlap `near`.
    std::vector<captions::Cue> cues(std::int64_t transcript, std::optional<Range> near = std::nullopt) const;

    // All that people wrote into the catalog, with the place of each: written_texts.h.
    std::vector<WrittenText> written_texts() const;

    // Cues that say what is looked for, by interview, recording and time (search.h).
    std::vector<SearchHit> search(const SearchQuery& query) const;

    // The codebook: codebook.h. The study's own until the first change.
    std::vector<Code> codebook() const;  // parents before their children, siblings by position; retired ones too
    // Adds and changes the tags given; what is not among them stays. Error(usage) for a tag that cannot be one, a
    // parent that is none, and tags that would be their own ancestors.
    void change_codebook(const std::vector<Code>& codes, const std::string& by);
    // Whether segments may bear only tags of the codebook.
    bool strict_codebook() const;
    void set_strict_codebook(bool strict, const std::string& by);

    // Redactions. `id`, `by`, `at` are filled in; the range must lie in the recording.
    Redaction add_redaction(Redaction redaction, const std::string& by);
    void remove_redaction(std::int64_t id, const std::string& reason, const std::string& by);
    void restore_redaction(std::int64_t id, const std::string& by);          // it holds again
    std::vector<Redaction> redactions(std::int64_t recording) const;         // that hold, in the order of time
    std::vector<Redaction> redaction_history(std::int64_t recording) const;  // removed ones too

    // Dubbing tracks. Copied in, hashed and made read-only as import() does; `id`, `file`, `sha256`, `bytes`,
    // `duration`, `by` and `at` are filled in. Refuses a file without sound, one that is a recording itself, and one
    // that was destroyed on request; the same file may serve a recording again, with another offset.
    Dub import_dub(Dub dub, const std::filesystem::path& file, const std::string& by, Progress& progress);
    std::vector<Dub> dubs(const std::string& interview) const;  // oldest first
    std::optional<Dub> latest_dub(std::int64_t recording, const std::string& language) const;
    // Hashes the file and compares. False when it was changed or is gone.
    bool dub_unchanged(const Dub& dub, Progress& progress) const;

    // Faces. A new analysis replaces tracks and gaps inside its ranges, keeps labels of tracks that overlap in time and
    // place, and joins the rest: a face that crosses the border of two analyses is one track (analysis_merge.h).
    void store_analysis(std::int64_t recording, const faces::Analysis& analysis, const std::string& by,
                        const AnalysisAsked& asked = {});
    // Ranges, shots, gaps, detectors, and the tracks: all, or only those that are seen in `near`.
    std::optional<faces::Analysis> analysis(std::int64_t recording, std::optional<Range> near = std::nullopt) const;
    // What was looked at, and by which detectors; rising, apart. analysed.h works with it.
    std::vector<Analysed> analysed(std::int64_t recording) const;
    // Has the ranges looked at again by whoever goes on (what is known stays until it is replaced).
    void forget_analysed(std::int64_t recording, const std::vector<Range>& ranges, const std::string& by);
    // What people did inside the ranges and analysing them again would replace, a sentence each.
    std::vector<std::string> work_by_hand(std::int64_t recording, const std::vector<Range>& ranges) const;

    // Not as not_a_face: delete_track() keeps the reason for that.
    void label_track(std::int64_t recording, std::int64_t track, faces::Label label, const std::string& by);
    // Labels it as that person, if the person's latest consent shows the face to the public; Error(refused) else. Only
    // the subject, the interviewer and the translator can be shown: of the others there can be many.
    void show_face(std::int64_t recording, std::int64_t track, faces::Label person, const std::string& by);
    void resolve_gap(std::int64_t recording, std::int64_t gap, const std::string& resolution, const std::string& by,
                     const std::string& note = {});
    // By lengthening the track it is about over it (faces/edit.h); by a region that lasts all of it.
    void extend_over_gap(std::int64_t recording, std::int64_t gap, const std::string& by, const std::string& note = {});
    void cover_gap(std::int64_t recording, std::int64_t gap, std::int64_t region, const std::string& by,
                   const std::string& note = {});

    // Open again, so hidden whole, however it was resolved; `reason` may be empty. Error(usage) for one that is open,
    // and for one over which a track was lengthened while that is the track's last edit: undo_edit() takes both back.
    void reopen_gap(std::int64_t recording, std::int64_t gap, const std::string& reason, const std::string& by);

    // Hands on: faces/edit.h says what each does and refuses. What a track was before is kept.
    void merge_tracks(std::int64_t recording, std::int64_t kept, std::int64_t other, const std::string& by);
    std::int64_t split_track(std::int64_t recording, std::int64_t track, Time at, const std::string& by);  // the second
    void extend_track(std::int64_t recording, std::int64_t track, Range range, const std::string& by);
    // Labels it as not a face; the reason is kept.
    void delete_track(std::int64_t recording, std::int64_t track, const std::string& reason, const std::string& by);
    // Takes back the last of these four, or the lengthening over a gap (which is open again); says which it was. Can be
    // called again for the one before. Error(usage) when there is none since the recording was last analysed, or
    // when a later edit of another track stands on it.
    std::string undo_edit(std::int64_t recording, std::int64_t track, const std::string& by);

    // By track: who deleted it, the latest time, and why. Tracks that were only labelled so are not among them.
    std::map<std::int64_t, Deletion> deletions(std::int64_t recording) const;

    // Regions. `id` and `by` are filled in; one that is removed opens the gaps again that it had closed. Analysing
    // again leaves them.
    faces::Region add_region(std::int64_t recording, faces::Region region, const std::string& by);
    void remove_region(std::int64_t recording, std::int64_t region, const std::string& reason, const std::string& by);
    // Hidden again as it was. Gaps that it had resolved stay open: whoever resolves them looks again.
    faces::Region restore_region(std::int64_t recording, std::int64_t region, const std::string& by);
    std::vector<faces::Region> regions(std::int64_t recording) const;

    // Clips. Changing one is a new row in its history; `clip()` gives the latest.
    void add_clip(const Clip& clip, const std::string& by);
    void change_clip(const Clip& clip, const std::string& by);
    // change_clip() with an old version's content; `to` is for the log. Error(usage) when nothing differs from the
    // latest.
    void revert_clip(const Clip& clip, std::int64_t to, const std::string& by);
    // A clip that nobody rendered can be discarded: it stays on record with its code, history and hands, and counts for
    // nothing. Error(usage) for one that was rendered or reported on, or that a variant belongs to. Whatever is done
    // with a discarded clip, by any function that does not say otherwise, is an Error that says who discarded it and
    // how it comes back.
    void discard_clip(const std::string& code, const std::string& reason, const std::string& by);
    void restore_clip(const std::string& code, const std::string& by);
    Clip clip(const std::string& code) const;
    Clip clip_on_record(const std::string& code) const;             // a discarded one too
    std::vector<Clip> clip_history(const std::string& code) const;  // all versions, oldest first; discarded ones too
    std::vector<Clip> clips() const;                                // that count, by code
    std::vector<Clip> discarded_clips() const;                      // the others
    // Everyone who had a hand in what the clip shows (P8): who changed, discarded, restored or rendered it, made or
    // flagged segments of it, analysed, labelled or edited its faces and regions, resolved its gaps, wrote or corrected
    // transcripts, described its interviews, or wrote down a consent of anybody in them. Under every code that has the
    // same key: one person may have two.
    std::vector<std::string> editors_of(const std::string& clip) const;

    // Counters of what a plan of the clip made now stands on; a render keeps those from before its plan was made.
    MadeFrom made_from(const std::string& clip) const;

    // Renders. `render.file` must lie in renders/ already (clip/ moves it there with Staged).
    // With `staged` that file gets the render's name in the same transaction: a render is there and known, or neither.
    Render add_render(Render render, const std::string& by, const std::filesystem::path& staged = {});
    void set_verification(std::int64_t render, const std::string& report, const std::string& by);
    Render render(std::int64_t id) const;
    std::vector<Render> renders(const std::string& clip) const;  // oldest first
    std::optional<Render> latest_render(const std::string& clip) const;

    // Approvals and releases. A signed approval must say `by` and `at` before it is signed; both are kept as they are.
    // Whether who approves may do so (P8) is the gate's to judge.
    Approval add_approval(Approval approval, const std::string& by);
    std::optional<Approval> latest_approval(std::int64_t render) const;
    std::vector<Approval> approvals(std::int64_t render) const;  // all, oldest first

    // Destinations: codes of their own; the kind stays. Closing is for good.
    void add_destination(const Destination& destination, const std::string& by);
    void change_destination(const Destination& destination, const std::string& by);
    void close_destination(const std::string& code, const std::string& by);
    // The open one of that code; Error(refused) when it is closed, naming how to add one when there is none.
    Destination open_destination(const std::string& code) const;
    std::vector<Destination> destinations() const;

    // A release in steps, so that a kill leaves no package or one that the ledger knows (P10):
    //   begin   'writing', before anything is on disk; `folder` and `staging` say where it will be
    //   seal    the package is complete in `staging`; from here on a package found in `folder` is known by its manifest
    //   finish  'written', after the package took its place
    // seal and finish are Error(refused) for a release that was given up or whose takedown was ordered meanwhile. The
    // next open() finishes what lies whole in its place and gives up the rest (releases_under_way.h).
    Release begin_release(Release release, const std::string& by);
    void seal_release(std::int64_t release, const std::string& manifest_sha256, const std::string& by);
    Release finish_release(std::int64_t release, const std::string& by);
    // Gives up one that is 'writing'. The caller removes what it wrote.
    void fail_release(std::int64_t release, const std::string& by);
    // All three at once, for a package that lies there already.
    Release add_release(Release release, const std::string& by);
    Release release(std::int64_t id) const;
    std::vector<Release> releases(const std::string& clip = {}) const;
    std::vector<Release> releases(const LedgerFilter& filter) const;  // failed ones too

    // Places where the public finds a release. Refused for one that is to come down, is down, or was never written.
    Place add_place(Place place, const std::string& by);
    void set_reach(std::int64_t place, std::int64_t reach, const std::string& by);
    Place get_place(std::int64_t id) const;
    std::vector<Place> places(const LedgerFilter& filter = {}) const;

    // Marks every render that shows the person, and orders every release and place of them down, each within its
    // destination's days; an earlier order stays (P7). The subject is in all that draws from their interview; others in
    // what shows their face. append_consent() does the same with a withdrawal, in its own transaction. Nothing takes an
    // order back, new consent neither.
    Takedown order_takedown(const Withdrawal& withdrawal, const std::string& by);
    // What a withdrawal of that person reaches, as it stands; changes nothing.
    Takedown takedown_of(const std::string& interview, const std::string& person = "subject") const;
    // A release is down when its places are: Error while one is up.
    void takedown_done(std::int64_t release, const std::string& by, const std::string& note = {});
    void place_done(std::int64_t place, const std::string& by, const std::string& note = {});

    // Originals destroyed on request (purge.h says what goes and what stays). Asked by one operator, confirmed by
    // another with another key; only when the subject's consent is withdrawn. Signatures are over purge_statement();
    // the caller checks them. The confirmation is one transaction; the files go after it, or with the next open():
    // `done_at` is empty as long as something is left.
    Purge ask_purge(Purge purge, const std::string& by);
    Purge confirm_purge(Purge purge, const std::string& by);
    std::vector<Purge> purges(const std::string& interview = {}) const;
    // Files in derived/ show people. `publish` gives them their names, from staging places: it is short, and while it
    // runs nobody can destroy what they show. Error(refused), and no call, where that was destroyed on request while
    // they were made.
    void publish_derived(const Shows& shows, const std::function<void()>& publish) const;

    // The log. verify_log() also compares every record with the last event that recorded it; signatures under
    // checkpoints it leaves to check_checkpoints().
    std::vector<Event> events(const EventFilter& filter = {}) const;
    // Whether the log has that event: it was not rewritten up to there.
    bool has_event(std::int64_t sequence, const std::string& hash) const;
    Event append_event(const std::string& verb, const std::string& object, const std::string& details_json,
                       const std::string& by);
    // For what changes outside the catalog (the vault, a key): `work` does it while other writers are kept out. It
    // calls `tell` once, with the event's details, when its new file is whole and nothing is changed yet: the event is
    // written then, so that a full disk stops it before. When `work` throws there is no event. Where the event cannot
    // be committed after all, what was done stays, and the Error says `unlogged`: what IS changed, how to go on.
    using Tell = std::function<void(const std::string& details_json)>;
    Event append_event(const std::string& verb, const std::string& object, const std::function<void(const Tell&)>& work,
                       const std::string& by, const std::string& unlogged);
    // What was last done with the vault, "vault init" and all that follows it; nothing when there never was one.
    std::optional<Event> last_vault_event() const;
    std::optional<LogFault> verify_log() const;
    LogHead log_head() const;
    // Of `checkpoint.sequence`, which must have `checkpoint.hash`; signed by `by` before.
    void add_checkpoint(const Checkpoint& checkpoint, const std::string& by);
    std::vector<Checkpoint> checkpoints() const;  // oldest first
    // The first checkpoint that does not belong to this log: its event is gone or another, its signature is not its
    // operator's. With `key` (a public key's line, got from elsewhere) also that none is signed by it.
    std::optional<LogFault> check_checkpoints(const SignatureCheck& signed_by, const std::string& key = {}) const;
    // Codes of clips and interviews of which lists show what does not follow from the records; none is good.
    std::vector<std::string> wrong_lists() const;
    // For an auditor outside (log_file.h).
    void export_log(const std::filesystem::path& file, Progress& progress) const;

    // What there is and how far it has come (overview.h), straight from the standing tables: fast however much it is.
    // `today` is "2026-11-24".
    Overview overview(const std::string& today) const;
    Page<ClipLine> clip_lines(const ClipFilter& filter, const std::string& today) const;
    Page<InterviewLine> interview_lines(const InterviewFilter& filter, const std::string& today) const;
    // Clips that wait for an auditor, worst first (at most `limit`; -1 = all); without those that `not_edited_by` had a
    // hand in (empty: all).
    Page<ClipLine> audit_queue(const std::string& today, std::int64_t limit = -1,
                               const std::string& not_edited_by = {}) const;

  private:
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace counterclip::archive
