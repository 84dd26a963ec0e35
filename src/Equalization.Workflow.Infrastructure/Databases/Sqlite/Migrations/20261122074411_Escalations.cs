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

            migrationBuilder.AddColumn<DateOnly>(
                name: "RevokedOn",
                table: "WriteOffs",
                type: "TEXT",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LookBackRules");

            migrationBuilder.DropTable(
                name: "LookBacks");

            migrationBuilder.DropTable(
                name: "LookBackDraws");

            migrationBuilder.DropIndex(
                name: "IX_WriteOffs_JurisdictionId_On",
                table: "WriteOffs");

            migrationBuilder.DropIndex(
                name: "IX_WriteOffs_TaskId",
                table: "WriteOffs");

            migrationBuilder.DropColumn(
                name: "RevokedOn",
                table: "WriteOffs");

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_TaskId",
                table: "WriteOffs",
                column: "TaskId",
                unique: true);
        }
    }
}
