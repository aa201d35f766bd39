using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TeacherReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "reminders_are_off",
                table: "teachers",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reminders_are_off",
                table: "teachers");
        }
    }
}
