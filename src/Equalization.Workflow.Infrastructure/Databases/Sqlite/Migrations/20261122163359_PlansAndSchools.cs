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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SetUpMarks");

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
