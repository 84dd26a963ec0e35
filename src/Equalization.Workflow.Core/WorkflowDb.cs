using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.AnnualTasks.Notes;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Reductions;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Equalization.Workflow.Core;

/// <summary>The product's data, the same model on every provider. Writes go through <see cref="Transact"/>, which names the act.</summary>
public abstract class WorkflowDb : DbContext
{
    /// <summary>Bound of a long text (source of a plan, body of a measure), in characters.</summary>
    public const int LongText = 2_000_000;

    protected WorkflowDb(DbContextOptions options)
        : base(options)
    {
        // A save that fails fails its whole action, and the engine sets a savepoint of its own: EF's at every save would only cost.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Who does what in this unit of work; the audit rows name it. Null refuses every write of an audited row.</summary>
    public CurrentAct? Act { get; set; }

    /// <summary>The heads of the audit chains as this transaction last wrote them, for saves after the context let go of what it tracked.</summary>
    internal Dictionary<Guid, AuditHead> Heads { get; } = [];

    /// <summary>What a run has read beforehand for the steps it sets going in this transaction.</summary>
    internal object? Prepared { get; set; }

    public DbSet<Jurisdiction> Jurisdictions => Set<Jurisdiction>();
    public DbSet<SetUpMark> SetUpMarks => Set<SetUpMark>();

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitAlias> UnitAliases => Set<UnitAlias>();
    public DbSet<UnitGroup> UnitGroups => Set<UnitGroup>();
    public DbSet<UnitGroupMember> UnitGroupMembers => Set<UnitGroupMember>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Portfolio> Portfolios => Set<Portfolio>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<HandoverItem> HandoverItems => Set<HandoverItem>();
    public DbSet<RosterFile> RosterFiles => Set<RosterFile>();
    public DbSet<School> Schools => Set<School>();
    public DbSet<SchoolRecord> SchoolRecords => Set<SchoolRecord>();
    public DbSet<SchoolFile> SchoolFiles => Set<SchoolFile>();
    public DbSet<SchoolCorrection> SchoolCorrections => Set<SchoolCorrection>();
    public DbSet<LocalStandard> LocalStandards => Set<LocalStandard>();
    public DbSet<Rebalancing> Rebalancings => Set<Rebalancing>();
    public DbSet<RebalancingMove> RebalancingMoves => Set<RebalancingMove>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<CalendarImport> CalendarImports => Set<CalendarImport>();
    public DbSet<Demonstration> Demonstrations => Set<Demonstration>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobLeader> JobLeaders => Set<JobLeader>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<MeasureUnit> MeasureUnits => Set<MeasureUnit>();
    public DbSet<BreakdownFile> BreakdownFiles => Set<BreakdownFile>();
    public DbSet<RuleSet> RuleSets => Set<RuleSet>();
    public DbSet<LedgerCounter> LedgerCounters => Set<LedgerCounter>();
    public DbSet<AnnualTask> AnnualTasks => Set<AnnualTask>();
    public DbSet<TaskUnit> TaskUnits => Set<TaskUnit>();
    public DbSet<TaskNote> TaskNotes => Set<TaskNote>();
    public DbSet<LedgerFile> LedgerFiles => Set<LedgerFile>();
    public DbSet<TaskTarget> TaskTargets => Set<TaskTarget>();
    public DbSet<StoryEntry> Stories => Set<StoryEntry>();
    public DbSet<Recurrence> Recurrences => Set<Recurrence>();
    public DbSet<RecurrenceTurn> RecurrenceTurns => Set<RecurrenceTurn>();
    public DbSet<DueMove> DueMoves => Set<DueMove>();
    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();
    public DbSet<ReportInput> ReportInputs => Set<ReportInput>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<EvidenceVersion> EvidenceVersions => Set<EvidenceVersion>();
    public DbSet<EvidenceCitation> EvidenceCitations => Set<EvidenceCitation>();
    public DbSet<HelpRequest> HelpRequests => Set<HelpRequest>();
    public DbSet<TaskContent> TaskContents => Set<TaskContent>();
    public DbSet<SignReceipt> SignReceipts => Set<SignReceipt>();
    public DbSet<TaskSuccession> TaskSuccessions => Set<TaskSuccession>();
    public DbSet<Amendment> Amendments => Set<Amendment>();
    public DbSet<RevisionProposal> RevisionProposals => Set<RevisionProposal>();
    public DbSet<RevisionUnit> RevisionUnits => Set<RevisionUnit>();
    public DbSet<UnitRequest> UnitRequests => Set<UnitRequest>();
    public DbSet<SharedReport> SharedReports => Set<SharedReport>();
    public DbSet<Instruction> Instructions => Set<Instruction>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<LedgerReading> LedgerReadings => Set<LedgerReading>();
    public DbSet<LedgerDecision> LedgerDecisions => Set<LedgerDecision>();
    public DbSet<LedgerTie> LedgerTies => Set<LedgerTie>();
    public DbSet<SchoolKeeping> SchoolKeepings => Set<SchoolKeeping>();
    public DbSet<GapCounter> GapCounters => Set<GapCounter>();
    public DbSet<ReductionTarget> ReductionTargets => Set<ReductionTarget>();
    public DbSet<ExtensionRequest> ExtensionRequests => Set<ExtensionRequest>();
    public DbSet<CompletionRequest> CompletionRequests => Set<CompletionRequest>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<WriteOff> WriteOffs => Set<WriteOff>();
    public DbSet<LookBackRules> LookBackRules => Set<LookBackRules>();
    public DbSet<LookBackDraw> LookBackDraws => Set<LookBackDraw>();
    public DbSet<LookBack> LookBacks => Set<LookBack>();
    public DbSet<ProcessIntervention> ProcessInterventions => Set<ProcessIntervention>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<SnapshotPage> SnapshotPages => Set<SnapshotPage>();
    public DbSet<ReminderRuleSet> ReminderRuleSets => Set<ReminderRuleSet>();
    public DbSet<ReminderDraft> ReminderDrafts => Set<ReminderDraft>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<ReminderRun> ReminderRuns => Set<ReminderRun>();
    public DbSet<Urge> Urges => Set<Urge>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<EscalationStep> EscalationSteps => Set<EscalationStep>();
    public DbSet<StepReturn> StepReturns => Set<StepReturn>();
    public DbSet<StepFacts> StepFacts => Set<StepFacts>();
    public DbSet<LadderDraft> LadderDrafts => Set<LadderDraft>();
    public DbSet<PaperCounter> PaperCounters => Set<PaperCounter>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<Signature> Signatures => Set<Signature>();
    public DbSet<PaperReceipt> PaperReceipts => Set<PaperReceipt>();
    public DbSet<CaseMember> CaseMembers => Set<CaseMember>();
    public DbSet<CaseReading> CaseReadings => Set<CaseReading>();
    public DbSet<Bulletin> Bulletins => Set<Bulletin>();
    public DbSet<BulletinLine> BulletinLines => Set<BulletinLine>();
    public DbSet<BulletinUnit> BulletinUnits => Set<BulletinUnit>();
    public DbSet<BulletinReceipt> BulletinReceipts => Set<BulletinReceipt>();
    public DbSet<InterviewRules> InterviewRules => Set<InterviewRules>();
    public DbSet<Interview> Interviews => Set<Interview>();
    public DbSet<InterviewChange> InterviewChanges => Set<InterviewChange>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<AccountabilityCase> AccountabilityCases => Set<AccountabilityCase>();
    public DbSet<CaseStatement> CaseStatements => Set<CaseStatement>();
    public DbSet<CaseDocument> CaseDocuments => Set<CaseDocument>();
    public DbSet<Remedy> Remedies => Set<Remedy>();

    public DbSet<CaseHandOn> CaseHandOns => Set<CaseHandOn>();
    public DbSet<AccountabilityRules> AccountabilityRules => Set<AccountabilityRules>();
    public DbSet<AssessmentRuleSet> AssessmentRuleSets => Set<AssessmentRuleSet>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<AssessmentPoint> AssessmentPoints => Set<AssessmentPoint>();
    public DbSet<Accreditation> Accreditations => Set<Accreditation>();
    public DbSet<StageTerm> StageTerms => Set<StageTerm>();
    public DbSet<AccreditationEntry> AccreditationEntries => Set<AccreditationEntry>();
    public DbSet<SelfEvaluation> SelfEvaluations => Set<SelfEvaluation>();
    public DbSet<EvaluationItem> EvaluationItems => Set<EvaluationItem>();
    public DbSet<SurveyGroup> SurveyGroups => Set<SurveyGroup>();
    public DbSet<VetoCase> VetoCases => Set<VetoCase>();
    public DbSet<AccreditationProblem> AccreditationProblems => Set<AccreditationProblem>();
    public DbSet<ProblemTurn> ProblemTurns => Set<ProblemTurn>();
    public DbSet<ProblemGap> ProblemGaps => Set<ProblemGap>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SearchPosting> SearchPostings => Set<SearchPosting>();
    public DbSet<SearchStand> SearchStands => Set<SearchStand>();
    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    /// <summary>What the action in hand sets going in the processes once its rows are saved.</summary>
    internal List<ProcessMove> Moves { get; } = [];

    /// <summary>Whether another writer won: the whole action may be run again on a fresh context.</summary>
    public abstract bool IsConflict(Exception exception);

    /// <summary>
    /// Holds the row a form was made from to the version it showed: refuses with <c>stale</c> when it has moved, now or by the time of saving.
    /// </summary>
    public void Expect(object entity, int postedVersion)
    {
        var version = Entry(entity).Property("Version");
        if (version.CurrentValue is int current && current != postedVersion)
        {
            throw RuleBroken.Changed();
        }

        version.OriginalValue = postedVersion;
    }

    /// <summary>
    /// What is tracked already, asked without looking through all of it for changes: for questions whose answer no unseen change can alter, such as
    /// which rows there are.
    /// </summary>
    internal T AsTracked<T>(Func<T> ask)
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return ask();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>Runs what was queued, in its order, as the last part of the action. What a step queues in turn runs too.</summary>
    internal async Task MoveProcesses(IWorkflowEngine engine, CancellationToken ct)
    {
        if (Moves.Count == 0)
        {
            return;
        }

        for (var i = 0; i < Moves.Count; i++)
        {
            await Moves[i].Run(engine, this, ct);
        }

        await SaveChangesAsync(ct);
    }

    /// <summary>What was held for one action; the context goes on in other hands.</summary>
    internal void Forget()
    {
        Moves.Clear();
        Heads.Clear();
        (Act, Prepared) = (null, null);
    }

    /// <summary>For the engine: what is called when the steps from here on are undone. What they queued goes with them, and the audit chains are read anew.</summary>
    public Action RememberMoves()
    {
        var queued = Moves.Count;
        return () =>
        {
            Moves.RemoveRange(queued, Moves.Count - queued);
            Heads.Clear();
        };
    }

    /// <summary>Raises the version of every changed row. Changes are looked for once a save: the audit and EF would each look again through all that is tracked.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
            {
                if (entry.Metadata.FindProperty("Version") is { ClrType: var type } && type == typeof(int))
                {
                    var version = entry.Property("Version");
                    version.CurrentValue = (int)version.OriginalValue! + 1;
                }
            }

            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30).AreUnicode(false);
        conventions.Properties<decimal>().HavePrecision(18, 4);
        conventions.Properties<WorkingDays>().HaveConversion<WorkingDaysConverter>();
        conventions.Properties<HeldDays>().HaveConversion<HeldDaysConverter>().HaveMaxLength(HeldDays.LongestText).AreUnicode(false);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(WorkflowDb).Assembly);
        model.AddEngine();
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.FindProperty("Version") is { ClrType: var type } version && type == typeof(int))
            {
                version.IsConcurrencyToken = true;
            }

            if (entity.FindPrimaryKey() is { Properties: [{ ClrType: var keyType } key] } && keyType == typeof(Guid))
            {
                // Keys are made by the client when the object is made; a set key must still read as a new row.
                key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    private sealed class WorkingDaysConverter() : ValueConverter<WorkingDays, int>(term => term.Count, count => WorkingDays.Of(count));

    private sealed class HeldDaysConverter() : ValueConverter<HeldDays, string>(held => held.ToString(), text => HeldDays.Parse(text));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

/// <summary>One user action or one run of a job: the person, the act's name as the field says it, and the instant all its rows bear.</summary>
public sealed record CurrentAct(Actor Actor, string Name, DateTime At);
