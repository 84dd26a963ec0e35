using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Escalations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WriteOffs_TaskId",
                table: "WriteOffs");

            // By hand: a change of the key would have EF rebuild the table outside the transaction, and a stop in its midst could not be mended.
            migrationBuilder.RenameTable(
                name: "PaperCounters",
                newName: "PaperCountersBefore");

            migrationBuilder.CreateTable(
                name: "PaperCounters",
                columns: table => new
                {
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperCounters", x => new { x.JurisdictionId, x.Year, x.Kind });
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "PaperCounters" ("JurisdictionId", "Year", "Kind", "Last", "Version")
                SELECT "JurisdictionId", "Year", 'Supervision', "LastSupervision", "Version" FROM "PaperCountersBefore";
                """);

            migrationBuilder.DropTable(
                name: "PaperCountersBefore");

            migrationBuilder.DropIndex(
                name: "IX_EscalationSteps_EscalationId_Rung",
                table: "EscalationSteps");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RevokedOn",
                table: "WriteOffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Edition",
                table: "Snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "SnapshotPages",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "BulletinRanking",
                table: "RuleSets",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "RuleSets",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "系统");

            migrationBuilder.AddColumn<int>(
                name: "FactCheckWorkingDays",
                table: "RuleSets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<string>(
                name: "Ladder",
                table: "RuleSets",
                type: "TEXT",
                unicode: false,
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "EscalationSteps",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FinishedAt",
                table: "EscalationSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LapsedAt",
                table: "EscalationSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplyForm",
                table: "EscalationSteps",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReturnCount",
                table: "EscalationSteps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Signer",
                table: "EscalationSteps",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Office");

            migrationBuilder.AddColumn<int>(
                name: "Turn",
                table: "EscalationSteps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "ExemptedBecause",
                table: "Escalations",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExemptedBy",
                table: "Escalations",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "Escalations",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StartsAt",
                table: "Escalations",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StartsBecause",
                table: "Escalations",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StartsBy",
                table: "Escalations",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartsSince",
                table: "Escalations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssessmentRuleSets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    CooperatingShare = table.Column<int>(type: "INTEGER", nullable: false),
                    Late = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Returned = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Supervised = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Criticised = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Praised = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    FixedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FixedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentRuleSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentRuleSets_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bulletins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SnapshotHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Introduction = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Demand = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    TermOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithRanking = table.Column<bool>(type: "INTEGER", nullable: false),
                    DraftedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CheckSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckEndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Range = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DroppedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bulletins_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseReadings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LadderDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ladder = table.Column<string>(type: "TEXT", unicode: false, maxLength: 4000, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LadderDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LookBackDraws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulesNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    ListHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ListSize = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    SampleSize = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawnBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBackDraws", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LookBackRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Cycle = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    SharePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Least = table.Column<int>(type: "INTEGER", nullable: false),
                    TermWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBackRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Model = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBecause = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Papers_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StepReturns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepReturns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepReturns_EscalationSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "EscalationSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SnapshotHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    ObjectionsUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ComputedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_AssessmentRuleSets_RuleSetId",
                        column: x => x.RuleSetId,
                        principalTable: "AssessmentRuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulletinLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BulletinId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    TaskNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TaskTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LeadUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Light = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LateDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Reported = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Expected = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    SnapshotPage = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotRow = table.Column<int>(type: "INTEGER", nullable: false),
                    Check = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Objection = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    AnswerText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulletinLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulletinLines_Bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "Bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulletinLines_Units_LeadUnitId",
                        column: x => x.LeadUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulletinLines_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulletinReceipts",
                columns: table => new
                {
                    BulletinId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulletinReceipts", x => new { x.BulletinId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_BulletinReceipts_Bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "Bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulletinReceipts_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulletinUnits",
                columns: table => new
                {
                    BulletinId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneInTime = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneLate = table.Column<int>(type: "INTEGER", nullable: false),
                    Overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    Behind = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulletinUnits", x => new { x.BulletinId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_BulletinUnits_Bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "Bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulletinUnits_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LookBacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WriteOffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CheckedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LookBacks_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LookBacks_LookBackDraws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "LookBackDraws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LookBacks_WriteOffs_WriteOffId",
                        column: x => x.WriteOffId,
                        principalTable: "WriteOffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedForAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SignedForBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperReceipts_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperReceipts_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Signatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Signatures_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Points = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Share = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FirstDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovedDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LateDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotPage = table.Column<int>(type: "INTEGER", nullable: true),
                    SnapshotRow = table.Column<int>(type: "INTEGER", nullable: true),
                    Objection = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ObjectedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ObjectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    DecisionText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentPoints_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssessmentPoints_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_JurisdictionId_On",
                table: "WriteOffs",
                columns: new[] { "JurisdictionId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_TaskId",
                table: "WriteOffs",
                column: "TaskId",
                unique: true,
                filter: "[RevokedOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EscalationSteps_EscalationId_Rung_Turn",
                table: "EscalationSteps",
                columns: new[] { "EscalationId", "Rung", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPoints_AssessmentId_Position",
                table: "AssessmentPoints",
                columns: new[] { "AssessmentId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPoints_AssessmentId_UnitId",
                table: "AssessmentPoints",
                columns: new[] { "AssessmentId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPoints_UnitId",
                table: "AssessmentPoints",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRuleSets_JurisdictionId_Number",
                table: "AssessmentRuleSets",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRuleSets_JurisdictionId_Year",
                table: "AssessmentRuleSets",
                columns: new[] { "JurisdictionId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_JurisdictionId_Year",
                table: "Assessments",
                columns: new[] { "JurisdictionId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_RuleSetId",
                table: "Assessments",
                column: "RuleSetId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_SnapshotId",
                table: "Assessments",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_BulletinId_Position",
                table: "BulletinLines",
                columns: new[] { "BulletinId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_LeadUnitId",
                table: "BulletinLines",
                column: "LeadUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_BulletinLines_UnitId_Check",
                table: "BulletinLines",
                columns: new[] { "UnitId", "Check" });

            migrationBuilder.CreateIndex(
                name: "IX_BulletinReceipts_UnitId",
                table: "BulletinReceipts",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_JurisdictionId_DraftedAt",
                table: "Bulletins",
                columns: new[] { "JurisdictionId", "DraftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_SnapshotId",
                table: "Bulletins",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_BulletinUnits_UnitId",
                table: "BulletinUnits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMembers_CaseId_PersonId",
                table: "CaseMembers",
                columns: new[] { "CaseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseMembers_PersonId",
                table: "CaseMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseReadings_CaseId_At",
                table: "CaseReadings",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LadderDrafts_JurisdictionId",
                table: "LadderDrafts",
                column: "JurisdictionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBackDraws_JurisdictionId_PeriodCode",
                table: "LookBackDraws",
                columns: new[] { "JurisdictionId", "PeriodCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBackRules_JurisdictionId_Number",
                table: "LookBackRules",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_DrawId",
                table: "LookBacks",
                column: "DrawId");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_JurisdictionId_State_DueOn",
                table: "LookBacks",
                columns: new[] { "JurisdictionId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_TaskId",
                table: "LookBacks",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_WriteOffId",
                table: "LookBacks",
                column: "WriteOffId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperReceipts_PaperId_UnitId",
                table: "PaperReceipts",
                columns: new[] { "PaperId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperReceipts_UnitId_SignedForAt",
                table: "PaperReceipts",
                columns: new[] { "UnitId", "SignedForAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Papers_CaseId",
                table: "Papers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Papers_JurisdictionId_Number",
                table: "Papers",
                columns: new[] { "JurisdictionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Papers_SubjectKind_SubjectId",
                table: "Papers",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Papers_TaskId",
                table: "Papers",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_Signatures_PaperId_PersonId",
                table: "Signatures",
                columns: new[] { "PaperId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StepReturns_StepId",
                table: "StepReturns",
                column: "StepId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessmentPoints");

            migrationBuilder.DropTable(
                name: "BulletinLines");

            migrationBuilder.DropTable(
                name: "BulletinReceipts");

            migrationBuilder.DropTable(
                name: "BulletinUnits");

            migrationBuilder.DropTable(
                name: "CaseMembers");

            migrationBuilder.DropTable(
                name: "CaseReadings");

            migrationBuilder.DropTable(
                name: "LadderDrafts");

            migrationBuilder.DropTable(
                name: "LookBackRules");

            migrationBuilder.DropTable(
                name: "LookBacks");

            migrationBuilder.DropTable(
                name: "PaperReceipts");

            migrationBuilder.DropTable(
                name: "Signatures");

            migrationBuilder.DropTable(
                name: "StepReturns");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "Bulletins");

            migrationBuilder.DropTable(
                name: "LookBackDraws");

            migrationBuilder.DropTable(
                name: "Papers");

            migrationBuilder.DropTable(
                name: "AssessmentRuleSets");

            migrationBuilder.DropIndex(
                name: "IX_WriteOffs_JurisdictionId_On",
                table: "WriteOffs");

            migrationBuilder.DropIndex(
                name: "IX_WriteOffs_TaskId",
                table: "WriteOffs");

            migrationBuilder.DropPrimaryKey(
                name: "PK_PaperCounters",
                table: "PaperCounters");

            migrationBuilder.DropIndex(
                name: "IX_EscalationSteps_EscalationId_Rung_Turn",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "RevokedOn",
                table: "WriteOffs");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "SnapshotPages");

            migrationBuilder.DropColumn(
                name: "BulletinRanking",
                table: "RuleSets");

            migrationBuilder.DropColumn(
                name: "By",
                table: "RuleSets");

            migrationBuilder.DropColumn(
                name: "FactCheckWorkingDays",
                table: "RuleSets");

            migrationBuilder.DropColumn(
                name: "Ladder",
                table: "RuleSets");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "PaperCounters");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "FinishedAt",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "LapsedAt",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "ReplyForm",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "ReturnCount",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "Signer",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "EscalationSteps");

            migrationBuilder.DropColumn(
                name: "ExemptedBecause",
                table: "Escalations");

            migrationBuilder.DropColumn(
                name: "ExemptedBy",
                table: "Escalations");

            migrationBuilder.DropColumn(
                name: "Ground",
                table: "Escalations");

            migrationBuilder.DropColumn(
                name: "StartsAt",
                table: "Escalations");

            migrationBuilder.DropColumn(
                name: "StartsBecause",
                table: "Escalations");

            migrationBuilder.DropColumn(
                name: "StartsBy",
                table: "Escalations");

            migrationBuilder.DropColumn(
                name: "StartsSince",
                table: "Escalations");

            migrationBuilder.RenameColumn(
                name: "Last",
                table: "PaperCounters",
                newName: "LastSupervision");

            migrationBuilder.AddPrimaryKey(
                name: "PK_PaperCounters",
                table: "PaperCounters",
                columns: new[] { "JurisdictionId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_TaskId",
                table: "WriteOffs",
                column: "TaskId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EscalationSteps_EscalationId_Rung",
                table: "EscalationSteps",
                columns: new[] { "EscalationId", "Rung" },
                unique: true);
        }
    }
}
