using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KeptWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kept",
                table: "turns",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "kept",
                table: "turns");
        }
    }
}
