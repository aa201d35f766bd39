using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Twiga.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class VectorGenerations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                -- of one model one set of vectors is searched, and one may be made beside it
                alter table embedders add column is_current boolean not null default true;
                alter table embedders drop constraint embedders_model_dimensions_key;
                create unique index ix_embedders_set on embedders (model, dimensions, is_current);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                delete from embedders where not is_current;
                drop index ix_embedders_set;
                alter table embedders drop column is_current;
                alter table embedders add constraint embedders_model_dimensions_key unique (model, dimensions);
                """);
        }
    }
}
