namespace Sakip.Functions.Planning;

internal sealed record KeptRealisation(int Number, int Rows, DateOnly Position);
