using Ascs.Contracts;

namespace Ascs.Enterprise.Tasks;

/// <summary>An hour's key of message variables, in memory only.</summary>
/// <param name="Wrapped">As it travels.</param>
/// <param name="Key">16 bytes.</param>
/// <param name="MadeAt">When.</param>
internal sealed record ContentKey(WrappedContentKey Wrapped, byte[] Key, DateTimeOffset MadeAt);
