using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class InboundMessageConfiguration : IEntityTypeConfiguration<InboundMessage>
{
    public void Configure(EntityTypeBuilder<InboundMessage> builder)
    {
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(m => m.Wamid).IsUnique();
        builder.HasOne<Teacher>().WithMany().HasForeignKey(m => m.TeacherId);
        builder.HasOne(m => m.Turn).WithMany().HasForeignKey(m => m.TurnId);
        // the day under whose quota it was counted; only the quotas' own statements know it
        builder.Property<DateOnly?>("MeteredOn");
        // the POST that brought it; a turn of several messages belongs to the traces of all
        builder.Property<string?>("TraceParent");
        builder.Property(m => m.Medium).HasDefaultValue(MediumState.Unopened);
        builder.Property(m => m.IsRevoked).HasDefaultValue(false);
        builder.HasOne<KeptFile>().WithMany().HasForeignKey(m => m.FileId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(m => m.FileId).HasFilter("file_id is not null");
        builder.HasIndex(m => m.TeacherId, "ix_inbound_messages_pending").HasFilter("state = 'Pending'");
        builder.HasIndex(m => m.Id, "ix_inbound_messages_reacted").HasFilter("state = 'Reacted'");
    }
}

internal sealed class OutgoingMessageConfiguration : IEntityTypeConfiguration<OutgoingMessage>
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new IdJsonConverterFactory() } };

    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.Property(m => m.Content)
            .HasConversion(
                c => JsonSerializer.Serialize(c, Json),
                s => JsonSerializer.Deserialize<OutgoingContent>(s, Json)!)
            .HasColumnType("text");
        builder.HasOne<Teacher>().WithMany().HasForeignKey(m => m.TeacherId);
        builder.HasOne(m => m.Turn).WithMany().HasForeignKey(m => m.TurnId);
        builder.Property(m => m.State).IsConcurrencyToken();
        builder.Property(m => m.Attempts).IsConcurrencyToken();
        builder.HasIndex(m => m.Wamid);
        builder.HasIndex(m => m.TeacherId, "ix_outgoing_messages_waiting")
            .HasFilter("state in ('Waiting', 'Sending')");
    }
}

internal sealed class KeptFileConfiguration : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("files");
        builder.Property(f => f.Id).UseIdentityAlwaysColumn();
        builder.Property(f => f.Name).HasMaxLength(KeptFile.LongestName);
        builder.Property(f => f.MimeType).HasMaxLength(200);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(f => f.TeacherId);
    }
}

internal sealed class DeliveryReportConfiguration : IEntityTypeConfiguration<DeliveryReport>
{
    public void Configure(EntityTypeBuilder<DeliveryReport> builder) =>
        builder.HasIndex(r => r.Id, "ix_delivery_reports_waiting").HasFilter("not is_applied");
}

internal sealed class QuarantinedItemConfiguration : IEntityTypeConfiguration<QuarantinedItem>
{
    public void Configure(EntityTypeBuilder<QuarantinedItem> builder) => builder.ToTable("quarantined_items");
}

internal sealed class AccountEventConfiguration : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> builder) => builder.ToTable("account_events");
}

internal sealed class RefusedTemplateConfiguration : IEntityTypeConfiguration<RefusedTemplate>
{
    public void Configure(EntityTypeBuilder<RefusedTemplate> builder)
    {
        builder.ToTable("refused_templates");
        builder.HasKey(t => new { t.Name, t.LanguageCode });
        builder.Property(t => t.Name).HasMaxLength(Limits.TemplateName);
        builder.Property(t => t.LanguageCode).HasMaxLength(Limits.LanguageCode);
    }
}
