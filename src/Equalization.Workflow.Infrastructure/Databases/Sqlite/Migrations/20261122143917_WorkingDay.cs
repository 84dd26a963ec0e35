using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkingDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "HeldLateDays",
                table: "TaskUnits",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HeldSince",
                table: "TaskUnits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AmendedTimes",
                table: "AnnualTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "AnnualTasks",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Ordinary");

            migrationBuilder.AddColumn<int>(
                name: "HeldLateDays",
                table: "AnnualTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HeldSince",
                table: "AnnualTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsReplaced",
                table: "AnnualTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Amendments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Amendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Amendments_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BreakdownFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BroughtBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreakdownFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BreakdownFiles_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreakdownFiles_PlanVersions_PlanVersionId",
                        column: x => x.PlanVersionId,
                        principalTable: "PlanVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BreakdownFiles_StoredFiles_Sha256",
                        column: x => x.Sha256,
                        principalTable: "StoredFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BroughtBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerFiles_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerFiles_StoredFiles_Sha256",
                        column: x => x.Sha256,
                        principalTable: "StoredFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recurrences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureOriginId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Cycle = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TermWorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NextOrdinal = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recurrences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recurrences_AnnualTasks_LastTaskId",
                        column: x => x.LastTaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recurrences_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedFilters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedFilters_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsReserved = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => new { x.JurisdictionId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "SearchPostings",
                columns: table => new
                {
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gram = table.Column<int>(type: "INTEGER", nullable: false),
                    Chunk = table.Column<int>(type: "INTEGER", nullable: false),
                    Entries = table.Column<byte[]>(type: "BLOB", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchPostings", x => new { x.JurisdictionId, x.Gram, x.Chunk });
                });

            migrationBuilder.CreateTable(
                name: "SearchStands",
                columns: table => new
                {
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    BuiltAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchStands", x => x.JurisdictionId);
                });

            migrationBuilder.CreateTable(
                name: "SharedReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OneTaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OnePartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherTaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherPartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedReports_AnnualTasks_OneTaskId",
                        column: x => x.OneTaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedReports_AnnualTasks_OtherTaskId",
                        column: x => x.OtherTaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedReports_TaskUnits_OnePartId",
                        column: x => x.OnePartId,
                        principalTable: "TaskUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedReports_TaskUnits_OtherPartId",
                        column: x => x.OtherPartId,
                        principalTable: "TaskUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedReports_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignReceipts_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SignReceipts_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaskContents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AmendmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskContents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaskContents_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaskNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaskNotes_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    AskingUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerUnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Clock = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Change = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    NewUnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedWith = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Reminded = table.Column<bool>(type: "INTEGER", nullable: false),
                    LapsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitRequests_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitRequests_Units_AskingUnitId",
                        column: x => x.AskingUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitRequests_Units_NewUnitId",
                        column: x => x.NewUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitRequests_Units_OwnerUnitId",
                        column: x => x.OwnerUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaskSuccessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromTaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToTaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AmendmentId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskSuccessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaskSuccessions_Amendments_AmendmentId",
                        column: x => x.AmendmentId,
                        principalTable: "Amendments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskSuccessions_AnnualTasks_FromTaskId",
                        column: x => x.FromTaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskSuccessions_AnnualTasks_ToTaskId",
                        column: x => x.ToTaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecurrenceTurns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecurrenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SkippedBecause = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecurrenceTurns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecurrenceTurns_AnnualTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "AnnualTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecurrenceTurns_Recurrences_RecurrenceId",
                        column: x => x.RecurrenceId,
                        principalTable: "Recurrences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Digests_JurisdictionId_On",
                table: "Digests",
                columns: new[] { "JurisdictionId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_TaskId_At",
                table: "Amendments",
                columns: new[] { "TaskId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BreakdownFiles_JurisdictionId_BroughtAt",
                table: "BreakdownFiles",
                columns: new[] { "JurisdictionId", "BroughtAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BreakdownFiles_PlanVersionId",
                table: "BreakdownFiles",
                column: "PlanVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_BreakdownFiles_Sha256",
                table: "BreakdownFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerFiles_JurisdictionId_BroughtAt",
                table: "LedgerFiles",
                columns: new[] { "JurisdictionId", "BroughtAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerFiles_Sha256",
                table: "LedgerFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Recurrences_JurisdictionId_EndedOn_NextOn",
                table: "Recurrences",
                columns: new[] { "JurisdictionId", "EndedOn", "NextOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Recurrences_LastTaskId",
                table: "Recurrences",
                column: "LastTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_Recurrences_PlanId",
                table: "Recurrences",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_RecurrenceTurns_RecurrenceId_Ordinal",
                table: "RecurrenceTurns",
                columns: new[] { "RecurrenceId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecurrenceTurns_TaskId",
                table: "RecurrenceTurns",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedFilters_PersonId_Path_Name",
                table: "SavedFilters",
                columns: new[] { "PersonId", "Path", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_SubjectId",
                table: "SearchEntries",
                column: "SubjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_TaskId_IsReserved_UnitId_Number",
                table: "SearchEntries",
                columns: new[] { "TaskId", "IsReserved", "UnitId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_UnitId_Kind_Number",
                table: "SearchEntries",
                columns: new[] { "UnitId", "Kind", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedReports_OnePartId_OtherPartId",
                table: "SharedReports",
                columns: new[] { "OnePartId", "OtherPartId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedReports_OneTaskId",
                table: "SharedReports",
                column: "OneTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedReports_OtherPartId",
                table: "SharedReports",
                column: "OtherPartId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedReports_OtherTaskId",
                table: "SharedReports",
                column: "OtherTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedReports_UnitId",
                table: "SharedReports",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_SignReceipts_TaskId_Number_UnitId",
                table: "SignReceipts",
                columns: new[] { "TaskId", "Number", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_SignReceipts_UnitId",
                table: "SignReceipts",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_TaskContents_TaskId_Number",
                table: "TaskContents",
                columns: new[] { "TaskId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskNotes_TaskId",
                table: "TaskNotes",
                column: "TaskId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskSuccessions_AmendmentId",
                table: "TaskSuccessions",
                column: "AmendmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TaskSuccessions_FromTaskId_ToTaskId",
                table: "TaskSuccessions",
                columns: new[] { "FromTaskId", "ToTaskId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskSuccessions_ToTaskId",
                table: "TaskSuccessions",
                column: "ToTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitRequests_AskingUnitId_State",
                table: "UnitRequests",
                columns: new[] { "AskingUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitRequests_JurisdictionId_State_AnswerDueOn",
                table: "UnitRequests",
                columns: new[] { "JurisdictionId", "State", "AnswerDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitRequests_NewUnitId",
                table: "UnitRequests",
                column: "NewUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitRequests_OwnerUnitId_State",
                table: "UnitRequests",
                columns: new[] { "OwnerUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitRequests_TaskId",
                table: "UnitRequests",
                column: "TaskId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BreakdownFiles");

            migrationBuilder.DropTable(
                name: "LedgerFiles");

            migrationBuilder.DropTable(
                name: "RecurrenceTurns");

            migrationBuilder.DropTable(
                name: "SavedFilters");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "SearchPostings");

            migrationBuilder.DropTable(
                name: "SearchStands");

            migrationBuilder.DropTable(
                name: "SharedReports");

            migrationBuilder.DropTable(
                name: "SignReceipts");

            migrationBuilder.DropTable(
                name: "TaskContents");

            migrationBuilder.DropTable(
                name: "TaskNotes");

            migrationBuilder.DropTable(
                name: "TaskSuccessions");

            migrationBuilder.DropTable(
                name: "UnitRequests");

            migrationBuilder.DropTable(
                name: "Recurrences");

            migrationBuilder.DropTable(
                name: "Amendments");

            migrationBuilder.DropIndex(
                name: "IX_Digests_JurisdictionId_On",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "HeldLateDays",
                table: "TaskUnits");

            migrationBuilder.DropColumn(
                name: "HeldSince",
                table: "TaskUnits");

            migrationBuilder.DropColumn(
                name: "AmendedTimes",
                table: "AnnualTasks");

            migrationBuilder.DropColumn(
                name: "Class",
                table: "AnnualTasks");

            migrationBuilder.DropColumn(
                name: "HeldLateDays",
                table: "AnnualTasks");

            migrationBuilder.DropColumn(
                name: "HeldSince",
                table: "AnnualTasks");

            migrationBuilder.DropColumn(
                name: "IsReplaced",
                table: "AnnualTasks");
        }
    }
}
