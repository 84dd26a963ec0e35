using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlansAndSchools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Held",
                table: "TaskUnits",
                type: "TEXT",
                unicode: false,
                maxLength: 899,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "HelpRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedWith",
                table: "HelpRequests",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Held",
                table: "AnnualTasks",
                type: "TEXT",
                unicode: false,
                maxLength: 899,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "LocalStandards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: true),
                    Value = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocalStandards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LocalStandards_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    County = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
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
                    table.PrimaryKey("PK_SchoolFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolFiles_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SchoolFiles_StoredFiles_Sha256",
                        column: x => x.Sha256,
                        principalTable: "StoredFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Schools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    County = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schools", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Schools_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SetUpMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetUpMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SchoolCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolCorrections_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JurisdictionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PrimaryPupils = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    PrimaryQualified = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    PrimaryKey = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    PrimarySportsAndArts = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    JuniorPupils = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    JuniorQualified = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    JuniorKey = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    JuniorSportsAndArts = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    SeniorPupils = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    TeachingArea = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    TellsIndoorSports = table.Column<bool>(type: "INTEGER", nullable: false),
                    IndoorSportsArea = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    SportsArea = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Equipment = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    MultimediaRooms = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Classes = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    LargestClass = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    LargeClasses = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    BuiltIn = table.Column<int>(type: "INTEGER", nullable: true),
                    Setting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Founder = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MoreTeachers = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    MoreTeachersReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MoreSportsArea = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    MoreSportsAreaReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ExplainedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolRecords_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LocalStandards_JurisdictionId_FromYear",
                table: "LocalStandards",
                columns: new[] { "JurisdictionId", "FromYear" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolCorrections_SchoolId_At",
                table: "SchoolCorrections",
                columns: new[] { "SchoolId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolFiles_JurisdictionId_BroughtAt",
                table: "SchoolFiles",
                columns: new[] { "JurisdictionId", "BroughtAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolFiles_Sha256",
                table: "SchoolFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolRecords_JurisdictionId_Year",
                table: "SchoolRecords",
                columns: new[] { "JurisdictionId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolRecords_SchoolId_Year",
                table: "SchoolRecords",
                columns: new[] { "SchoolId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Schools_JurisdictionId_Code",
                table: "Schools",
                columns: new[] { "JurisdictionId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Schools_JurisdictionId_County_SortKey",
                table: "Schools",
                columns: new[] { "JurisdictionId", "County", "SortKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LocalStandards");

            migrationBuilder.DropTable(
                name: "SchoolCorrections");

            migrationBuilder.DropTable(
                name: "SchoolFiles");

            migrationBuilder.DropTable(
                name: "SchoolRecords");

            migrationBuilder.DropTable(
                name: "SetUpMarks");

            migrationBuilder.DropTable(
                name: "Schools");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "TaskUnits");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "HelpRequests");

            migrationBuilder.DropColumn(
                name: "EndedWith",
                table: "HelpRequests");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "AnnualTasks");
        }
    }
}
