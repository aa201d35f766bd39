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

                -- the signs of each vector's numbers: little enough to look through all of them
                create table passage_signs (
                    embedder_id integer not null,
                    resource_id bigint not null,
                    passage_id bigint not null,
                    signs "bit" not null,
                    primary key (embedder_id, resource_id, passage_id),
                    foreign key (embedder_id, resource_id, passage_id) references passage_vectors
                        on delete cascade on update cascade);
                alter table passage_signs set (parallel_workers = 0); -- waiting for workers costs more than it saves
                insert into passage_signs
                select embedder_id, resource_id, passage_id, binary_quantize(embedding) from passage_vectors;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop table passage_signs;
                delete from embedders where not is_current;
                drop index ix_embedders_set;
                alter table embedders drop column is_current;
                alter table embedders add constraint embedders_model_dimensions_key unique (model, dimensions);
                """);
        }
    }
}
