select permissions from permission
