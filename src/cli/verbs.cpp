#include "cli/verbs.h"

namespace counterclip::cli {

std::vector<Verb> verbs() {
    return {
        // without an archive
        hide_verb(),
        doctor_verb(),
        verify_release_verb(),
        // what is there
        init_verb(),
        status_verb(),
        operator_add_verb(),
        operator_list_verb(),
        operator_key_verb(),
        operator_passphrase_verb(),
        operator_change_verb(),
        operator_retire_verb(),
        interview_add_verb(),
        interview_change_verb(),
        interview_list_verb(),
        interview_show_verb(),
        import_verb(),
        dub_import_verb(),
        dub_list_verb(),
        // who they are
        vault_init_verb(),
        vault_set_verb(),
        vault_show_verb(),
        vault_check_verb(),
        vault_forget_verb(),
        vault_passphrase_verb(),
        vault_restore_verb(),
        // what a person allowed
        consent_set_verb(),
        consent_show_verb(),
        consent_history_verb(),
        consent_diff_verb(),
        consent_withdraw_verb(),
        // what to show, and whom to hide
        segment_add_verb(),
        segment_list_verb(),
        faces_analyze_verb(),
        faces_tracks_verb(),
        faces_gaps_verb(),
        faces_label_verb(),
        faces_show_face_verb(),
        faces_resolve_verb(),
        faces_merge_verb(),
        faces_split_verb(),
        faces_extend_verb(),
        faces_delete_verb(),
        faces_undo_verb(),
        faces_region_add_verb(),
        faces_region_list_verb(),
        faces_region_remove_verb(),
        faces_follow_verb(),
        // from the clip to the world
        clip_new_verb(),
        clip_change_verb(),
        clip_list_verb(),
        clip_show_verb(),
        clip_check_verb(),
        render_verb(),
        verify_verb(),
        audit_queue_verb(),
        audit_report_verb(),
        approve_verb(),
        refuse_verb(),
        destination_add_verb(),
        destination_list_verb(),
        destination_change_verb(),
        destination_close_verb(),
        release_verb(),
        ledger_publish_verb(),
        ledger_reach_verb(),
        ledger_list_verb(),
        ledger_due_verb(),
        ledger_done_verb(),
        purge_ask_verb(),
        purge_confirm_verb(),
        purge_list_verb(),
        // what was done
        log_show_verb(),
        log_verify_verb(),
        log_checkpoint_verb(),
        log_export_verb(),
    };
}

std::vector<Group> groups() {
    return {
        {"operator", "The people who work with the archive, their roles and keys"},
        {"interview", "The conversations"},
        {"dub", "What somebody else says in the place of a recording's voices"},
        {"vault", "Who the people are: the one encrypted place of names, which stand nowhere else"},
        {"consent", "What each person allowed and asked for; append-only"},
        {"segment", "Stretches of recordings, tagged and flagged"},
        {"faces", "Faces in the recordings: who, when, and where the machine is in doubt"},
        {"faces region", "Parts of the picture that people mark to be hidden: tattoos, documents, name plates"},
        {"clip", "What is to be shown and how it is treated"},
        {"audit", "What an auditor needs to decide"},
        {"destination", "Who may receive releases"},
        {"ledger", "Where releases went, where the public finds them, and what must be taken down"},
        {"purge", "Originals destroyed at a person's request, by two operators"},
        {"log", "Every change, by whom, in a chain that shows tampering"},
    };
}

}  // namespace counterclip::cli
