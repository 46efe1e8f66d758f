using Ascs.Trust.Keys;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>Wraps by copying.</summary>
internal sealed class PlainWrapper : IKeyWrapper
{
    public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken ct) => Task.FromResult(new WrappedKey("plain-1", key.ToArray()));

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken ct) => Task.FromResult(wrapped.Bytes.ToArray());
}
