using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Twiga.Infrastructure.Queue;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Id).UseIdentityAlwaysColumn();
        builder.Property(j => j.Attempts).IsConcurrencyToken();
        builder.Property(j => j.State).IsConcurrencyToken();
        builder.HasIndex(j => j.Mailbox).IsUnique().HasFilter("state = 'Waiting'");
        builder.HasIndex(j => j.Period).IsUnique().HasFilter("period is not null");
        builder.HasIndex(j => j.Lane, "ix_jobs_running_lane").IsUnique().HasFilter("state = 'Running'");
        builder.HasIndex(j => new { j.Lane, j.Id }, "ix_jobs_waiting_lane").HasFilter("state = 'Waiting'");
        builder.HasIndex(j => j.RunAt, "ix_jobs_due").HasFilter("state = 'Waiting'");
        builder.HasIndex(j => j.Id, "ix_jobs_dead").HasFilter("state = 'Dead'");
        builder.HasIndex(j => j.FinishedAt, "ix_jobs_finished").HasFilter("state = 'Done'");
    }
}
