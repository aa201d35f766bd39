using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

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
        builder.HasIndex(m => m.TeacherId, "ix_inbound_messages_pending").HasFilter("state = 'Pending'");
    }
}

internal sealed class OutgoingMessageConfiguration : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.Property(m => m.Content)
            .HasConversion(
                c => JsonSerializer.Serialize(c, JsonSerializerOptions.Default),
                s => JsonSerializer.Deserialize<OutgoingContent>(s, JsonSerializerOptions.Default)!)
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
