namespace Reporting.Portal.Commands;

/// <summary>The one visible list of verbs, in the order the help shows them.</summary>
public static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        DemoVerb.Verb, Serve.Verb,
        Inspect.Verb, Submit.Verb, ReviewList.Verb, ReviewStatus.Verb, ReviewExplain.Verb, ReviewConfirm.Verb, ReviewAccept.Verb, ReviewReturn.Verb, ReviewMarked.Verb, PeriodLocking.Lock, PeriodLocking.Extend, ReviewReminders.Verb,
        Withdraw.Verb, VoidSubmission.Verb, Reprocess.Verb, AliasList.Verb, AliasForget.Verb,
        Query.Verb, Lineage.Verb, Report.Verb, Template.Verb,
        EditionList.Verb, EditionShow.Verb, EditionIssue.Verb, EditionSign.Verb,
        DeliveriesList.Verb, DeliveriesResend.Verb,
        PlanCheck.Verb, DefinitionsCheck.Verb, RulesList.Verb,
        Assess.Verb, Explain.Verb, LandingVerb.Verb, TargetSet.Verb, TargetSplitVerb.Verb, TargetIssueVerb.Verb, TargetCurveVerb.Verb, TargetList.Verb, TaskReport.Verb, TaskJudge.Verb, TaskList.Verb,
        AlertsVerb.Verb, AlertsAcknowledge.Verb, SuperviseOpen.Verb, SuperviseSteps.Feedback, SuperviseSteps.Return, SuperviseSteps.Close, SuperviseList.Verb,
        AssessCertify.Verb, AssessUncertify.Verb, AssessCertified.Verb, AssessRuns.Verb, AssessShow.Verb, AssessReplay.Verb, AssessDiff.Verb,
        SchemeList.Verb, SchemeShow.Verb,
        BackupVerb.Verb, RestoreVerb.Verb, Verify.Verb, BundleVerb.Verb,
        UserAdd.Verb, UserList.Verb, UserReset.Verb, UserGrant.Verb, UserGrant.Revoke, UserHandOver.Verb, UserClose.Verb, UserClose.Reopen,
        JobsList.Verb, JobsNext.Verb, JobsRuns.Verb, JobsShow.Verb, JobsRun.Verb, JobsPause.Verb, JobsResume.Verb, JobsRetry.Verb, JobsCancel.Verb,
    ];
}
