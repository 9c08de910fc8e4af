// Every verb there is; each is written in verb_<name>.cpp.
#pragma once

#include "cli/context.h"
#include "cli/verb.h"

namespace counterclip::cli {

Verb init_verb();
Verb operator_add_verb();
Verb operator_list_verb();
Verb operator_key_verb();
Verb operator_passphrase_verb();
Verb operator_change_verb();
Verb operator_retire_verb();
Verb vault_init_verb();
Verb vault_set_verb();
Verb vault_show_verb();
Verb vault_check_verb();
Verb vault_forget_verb();
Verb vault_passphrase_verb();
Verb vault_restore_verb();
Verb interview_add_verb();
Verb interview_change_verb();
Verb interview_list_verb();
Verb interview_show_verb();
Verb import_verb();
Verb consent_set_verb();
Verb consent_show_verb();
Verb consent_history_verb();
Verb consent_withdraw_verb();
Verb segment_add_verb();
Verb segment_list_verb();
Verb faces_analyze_verb();
Verb faces_tracks_verb();
Verb faces_gaps_verb();
Verb faces_label_verb();
Verb faces_show_face_verb();
Verb faces_resolve_verb();
Verb faces_merge_verb();
Verb faces_split_verb();
Verb faces_extend_verb();
Verb faces_delete_verb();
Verb faces_undo_verb();
Verb faces_region_add_verb();
Verb faces_region_list_verb();
Verb faces_region_remove_verb();
Verb faces_follow_verb();
Verb clip_new_verb();
Verb clip_change_verb();
Verb clip_list_verb();
Verb clip_show_verb();
Verb clip_check_verb();
Verb render_verb();
Verb verify_verb();
Verb approve_verb();
Verb refuse_verb();
Verb audit_report_verb();
Verb release_verb();
Verb verify_release_verb();
Verb ledger_list_verb();
Verb ledger_done_verb();
Verb log_show_verb();
Verb log_verify_verb();
Verb log_checkpoint_verb();
Verb log_export_verb();
Verb status_verb();
Verb audit_queue_verb();
Verb hide_verb();
Verb doctor_verb();

}  // namespace counterclip::cli
