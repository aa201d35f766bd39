using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class TurnConfiguration : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.Property(t => t.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Teacher>().WithMany().HasForeignKey(t => t.TeacherId);
        builder.HasMany(t => t.Citations).WithOne().HasForeignKey(c => c.TurnId);
        builder.Navigation(t => t.Citations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(t => new { t.TeacherId, t.StartedAt });
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder) => builder.ToTable("citations");
}

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback");
        builder.Property(f => f.Emoji).HasMaxLength(64);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(f => f.TeacherId);
        builder.HasOne<Turn>().WithMany().HasForeignKey(f => f.TurnId);
        builder.HasOne<OutgoingMessage>().WithMany().HasForeignKey(f => f.OutgoingMessageId);
        builder.HasIndex(f => f.OutgoingMessageId).IsUnique();
    }
}
