using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class UsageDayConfiguration : IEntityTypeConfiguration<UsageDay>
{
    public void Configure(EntityTypeBuilder<UsageDay> builder)
    {
        builder.ToTable("usage_days");
        builder.HasKey(u => new { u.TeacherId, u.Day });
    }
}

internal sealed class UsedFlowTokenConfiguration : IEntityTypeConfiguration<UsedFlowToken>
{
    public void Configure(EntityTypeBuilder<UsedFlowToken> builder)
    {
        builder.ToTable("used_flow_tokens");
        builder.HasKey(t => t.Nonce);
        builder.Property(t => t.Nonce).ValueGeneratedNever();
    }
}
