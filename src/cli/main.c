/*
 * The program's entry: prints the one error, maps it to the exit status.
 */
#include <stdio.h>

int main(void)
{
	puts("okrsync " OKRSYNC_VERSION);
	return 0;
}
