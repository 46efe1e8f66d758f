namespace Ascs.Trust.Sessions;

/// <summary>The part of a session that lies sealed in the store.</summary>
/// <param name="Mac">Signs its messages.</param>
/// <param name="Fields">Seals its tokens.</param>
/// <param name="DataKeys">The two newest, oldest first.</param>
internal sealed record SessionSecretState(byte[] Mac, byte[] Fields, IReadOnlyList<DataKey> DataKeys);
