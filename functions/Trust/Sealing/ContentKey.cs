using Ascs.Contracts;

namespace Ascs.Trust.Sealing;

/// <summary>An hour's key of an enterprise's message variables, in memory only.</summary>
public sealed class ContentKey
{
    private readonly EnterpriseId enterprise;
    private readonly byte[] key;

    internal ContentKey(EnterpriseId enterprise, WrappedContentKey wrapped, byte[] key, DateTimeOffset madeAt) =>
        (this.enterprise, Wrapped, this.key, MadeAt) = (enterprise, wrapped, key, madeAt);

    /// <summary>As it travels.</summary>
    public WrappedContentKey Wrapped { get; }

    internal DateTimeOffset MadeAt { get; }

    /// <summary>A person of a dispatch, the variables encrypted for the operators and this template only.</summary>
    public Recipient Seal(Aid aid, TemplateId template, int version, IReadOnlyDictionary<string, string> variables) =>
        new(aid, VariableSeal.Seal(key, ContentBinding.For(enterprise, template, version, Wrapped.KeyId), variables));
}
